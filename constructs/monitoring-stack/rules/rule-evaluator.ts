import { Construct } from 'constructs';
import { images } from '../../versions.ts';
import { Check, type Resources, Workload } from '../../workload/index.ts';
import { closedPages } from '../closed-pages.ts';
import { parts, urlOf } from '../ports.ts';
import { OWN_GROUP } from './groups.ts';
import { type RuleGroup, rulesYaml } from './rule.ts';

const { name, port } = parts.rules;
const CONFIG = '/etc/rules';

/** Where the rules of the user of the stack lie, or of a team: beside those that every stack has, in an object of their own. */
function directoryOf(owner: string): string {
  return `${CONFIG}-${owner}`;
}

/** The image names no user: any but 0. */
const USER = 10_003;

/** What a rule of a team takes, in kibibytes: that of the measurement below, and a tenth more. */
const RULE = 24;

/** @param count rules of teams */
function resourcesFor(count: number): Resources {
  const request = Math.max(40, 30 + Math.ceil((count * RULE) / 1024));
  return {
    cpuMillis: { request: 5, limit: 200 },
    memoryMebibytes: { request, limit: 2 * request },
    source:
      'measured on 2026-11-28: on a real node (docs/budget.md) 24 to 28 MiB resident and 1.3m, and with 2,040 rules of 40 ' +
      'teams 65 MiB and 18m',
  };
}

/** What is evaluated. */
export interface RuleEvaluatorProps {
  /** Groups that every stack has, and those of its user. */
  readonly groups: readonly RuleGroup[];

  /** Groups of teams, each of which has an object of its own, by the name of the team. */
  readonly ofTeams: Readonly<Record<string, readonly RuleGroup[]>>;
}

/** vmalert: queries the metrics store for every rule once a minute and tells Alertmanager what holds. */
export class RuleEvaluator extends Construct {
  constructor(scope: Construct, id: string, { groups, ofTeams }: RuleEvaluatorProps) {
    super(scope, id);
    const metrics = urlOf(parts.metrics);
    const common = groups.filter(({ name: group }) => group !== OWN_GROUP);
    const own = groups.filter(({ name: group }) => group === OWN_GROUP);
    const more = { ...(own.length > 0 && { [OWN_GROUP]: own }), ...ofTeams };
    new Workload(this, 'Workload', {
      name,
      component: 'alerts',
      image: images.vmalert,
      user: USER,
      resources: resourcesFor(countOf(ofTeams)),
      args: [
        `-rule=${CONFIG}/rules.yaml`,
        ...Object.keys(more).map((owner) => `-rule=${directoryOf(owner)}/rules.yaml`),
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
      moreConfig: Object.fromEntries(
        Object.entries(more).map(([owner, rules]) => [
          owner,
          { directory: directoryOf(owner), files: { 'rules.yaml': rulesYaml(rules) } },
        ]),
      ),
    });
  }
}

function countOf(ofTeams: RuleEvaluatorProps['ofTeams']): number {
  return Object.values(ofTeams)
    .flat()
    .reduce((count, { alerts }) => count + alerts.length, 0);
}
