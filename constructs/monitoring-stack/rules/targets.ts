import type { RuleGroup } from './rule.ts';

/** What should be heard of. */
export interface ExpectedParts {
  /**
   * Those that give out metrics, by their jobs: the alert queries them in this order.
   *
   * @default - none
   */
  readonly scraped?: readonly string[];

  /**
   * Jobs of which one suffices, by the name under which somebody is told: `{ edge: ['traefik', 'ingress-nginx'] }`.
   *
   * @default - none
   */
  readonly oneOf?: Readonly<Record<string, readonly string[]>>;

  /**
   * Those that are known by their Deployment alone.
   *
   * @default - none
   */
  readonly deployments?: readonly string[];
}

/** What every stack has a living target of. */
const OWN = [
  'alerts',
  'api-server',
  'cluster-state',
  'containers',
  'dashboards',
  'kubelet',
  'logs',
  'metrics',
  'rules',
];

/** What is scraped, and what should be. */
export function targetRules(expected: ExpectedParts): RuleGroup {
  return { name: 'targets', alerts: [targetDown, partMissing(expected)] };
}

/**
 * Machines at home and the gateway may be off: `homePart` has alerts of its own for them. So have services of teams, whose
 * pods give out nothing while they begin.
 */
const targetDown = {
  alert: 'TargetDown',
  expr: 'up{job!~"home|gateway",service=""} == 0',
  for: '5m',
  severity: 'warning',
  summary: '{{ $labels.job }} at {{ $labels.instance }} does not answer with its metrics',
  runbook:
    'Is the pod ready, and does the port of its annotation prometheus.io/port answer? The page /targets of metrics tells the error.',
} as const;

/** Without metrics of a part the alerts that rest on them are silent, however bad it is. */
function partMissing({ scraped = [], oneOf = {}, deployments = [] }: ExpectedParts) {
  const silent = [...new Set([...scraped, ...OWN])].map((job) => `absent(up{job="${job}"})`);
  const none = Object.entries(oneOf).map(
    ([name, jobs]) => `label_replace(absent(up{job=~"${jobs.join('|')}"}), "job", "${name}", "", "")`,
  );
  const gone = deployments.map(
    (name) =>
      `label_replace(absent(kube_deployment_spec_replicas{deployment="${name}"}), "job", "$1", "deployment", "(.+)")`,
  );
  return {
    alert: 'PartMissing',
    expr: [...silent, ...none, ...gone].join(' or '),
    for: '10m',
    severity: 'critical',
    summary: 'Nothing has been heard of {{ $labels.job }} for ten minutes',
    runbook:
      'Look for its pod: kubectl get pods -A -l app.kubernetes.io/name={{ $labels.job }}, and for its Application in Argo CD.',
  } as const;
}
