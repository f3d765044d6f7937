import { Construct } from 'constructs';
import { images } from '../../versions.ts';
import { Check, type Resources, Runs, Workload } from '../../workload/index.ts';
import { parts } from '../ports.ts';
import type { OwnedVolume } from '../storage.ts';
import { SECRETS } from './channels/index.ts';
import { type AlertRoutes, alertmanagerYaml } from './config.ts';

const { name, port } = parts.alerts;
const DATA = '/data';
const CONFIG = '/etc/alerts';

const RESOURCES: Resources = {
  cpuMillis: { request: 5, limit: 100 },
  memoryMebibytes: { request: 56, limit: 112 },
  source: 'measured on 2026-11-28 on a real node (docs/budget.md): 39 to 45 MiB resident, 0.6m',
};

/** What is decided about alerts. */
export interface AlertRouterProps extends AlertRoutes {
  /** Where silences and what has been sent are kept. */
  readonly storage: OwnedVolume;
}

/** Alertmanager: puts alerts of one cause together and sends them on. */
export class AlertRouter extends Construct {
  constructor(scope: Construct, id: string, props: AlertRouterProps) {
    super(scope, id);
    const { storage } = props;
    new Workload(this, 'Workload', {
      name,
      component: 'alerts',
      image: images.alertmanager,
      user: storage.owner,
      runs: Runs.alone(),
      resources: RESOURCES,
      args: [
        `--config.file=${CONFIG}/alerts.yaml`,
        `--storage.path=${DATA}`,
        `--web.listen-address=:${port}`,
        // There is one of it: it looks for no others.
        '--cluster.listen-address=',
        '--log.format=json',
      ],
      ports: { http: port },
      metrics: { port: 'http' },
      health: { ready: Check.http('/-/ready', port), alive: Check.http('/-/healthy', port) },
      volumes: { [DATA]: { volume: storage.volume } },
      secretFiles: secretFiles(props),
      config: { directory: CONFIG, files: { 'alerts.yaml': alertmanagerYaml(props) } },
    });
  }
}

/** The Secrets of the receivers, each as a directory: one that is missing must not keep the others from being told. */
function secretFiles({ receivers, routes = [], heartbeat }: AlertRoutes): Record<string, string> {
  const told = [receivers, ...routes.map((route) => route.receivers)];
  const names = [...told.flatMap((one) => Object.values(one).map((receiver) => receiver?.secret)), heartbeat];
  const secrets = new Set(names.filter((secret) => secret !== undefined));
  return Object.fromEntries([...secrets].map((secret) => [`${SECRETS}/${secret}`, secret]));
}
