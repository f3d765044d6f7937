import { Construct } from 'constructs';
import { images } from '../../versions.ts';
import { Check, type Resources, Workload } from '../../workload/index.ts';
import { closedPages } from '../closed-pages.ts';
import { parts, urlOf } from '../ports.ts';
import { OWN_GROUP } from './groups.ts';
import { type RuleGroup, rulesYaml } from './rule.ts';

const { name, port } = parts.rules;
const CONFIG = '/etc/rules';

/** Where the rules that the user of the stack states lie: beside those that every stack has, in an object of their own. */
const OWN = '/etc/rules-site';

/** The image names no user: any but 0. */
const USER = 10_003;

const RESOURCES: Resources = {
  cpuMillis: { request: 5, limit: 200 },
  memoryMebibytes: { request: 40, limit: 80 },
  source: 'measured on 2026-11-28 on a real node (docs/budget.md): 24 to 28 MiB resident, 1.3m',
};

/** vmalert: queries the metrics store for every rule once a minute and tells Alertmanager what holds. */
export class RuleEvaluator extends Construct {
  constructor(scope: Construct, id: string, groups: readonly RuleGroup[]) {
    super(scope, id);
    const metrics = urlOf(parts.metrics);
    const common = groups.filter(({ name: group }) => group !== OWN_GROUP);
    const own = groups.filter(({ name: group }) => group === OWN_GROUP);
    new Workload(this, 'Workload', {
      name,
      component: 'alerts',
      image: images.vmalert,
      user: USER,
      resources: RESOURCES,
      args: [
        `-rule=${CONFIG}/rules.yaml`,
        ...(own.length > 0 ? [`-rule=${OWN}/rules.yaml`] : []),
        `-datasource.url=${metrics}`,
        // Recordings and the state of alerts are kept with the metrics, so that a restart forgets nothing.
        `-remoteWrite.url=${metrics}`,
        `-remoteRead.url=${metrics}`,
        `-notifier.url=${urlOf(parts.alerts)}`,
        `-httpListenAddr=:${port}`,
        '-loggerFormat=json',
        ...closedPages('reload'),
      ],
      ports: { http: port },
      metrics: { port: 'http' },
      health: { ready: Check.http('/health', port) },
      config: { directory: CONFIG, files: { 'rules.yaml': rulesYaml(common) } },
      ...(own.length > 0 && { moreConfig: { site: { directory: OWN, files: { 'rules.yaml': rulesYaml(own) } } } }),
    });
  }
}
