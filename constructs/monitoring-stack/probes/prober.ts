import { Construct } from 'constructs';
import { images } from '../../versions.ts';
import { Check, type Resources, Workload } from '../../workload/index.ts';
import { parts } from '../ports.ts';
import { probeYaml } from './modules.ts';

const { name, port } = parts.prober;
const CONFIG = '/etc/prober';

/** The image runs as `nobody`. */
const USER = 65_534;

const RESOURCES: Resources = {
  cpuMillis: { request: 2, limit: 100 },
  memoryMebibytes: { request: 40, limit: 80 },
  source:
    'measured on 2026-11-22: blackbox_exporter 0.28.0, ten services of 200 kB probed 60 times, 31 MiB resident, 1.4 ms of ' +
    'a core for each answer',
};

/** blackbox_exporter: probes services at home, whenever the metrics store scrapes it. */
export class Prober extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new Workload(this, 'Workload', {
      name,
      component: 'metrics',
      image: images.blackboxExporter,
      user: USER,
      resources: RESOURCES,
      args: [`--config.file=${CONFIG}/modules.yaml`, `--web.listen-address=:${port}`, '--log.format=json'],
      ports: { http: port },
      metrics: { port: 'http' },
      health: { ready: Check.http('/-/healthy', port) },
      config: { directory: CONFIG, files: { 'modules.yaml': probeYaml() } },
    });
  }
}
