import type { RuleGroup } from './rule.ts';

/** Parts of a site that not every site has. */
export interface ExpectedParts {
  /** Those that give out metrics, by their jobs. */
  readonly scraped: readonly string[];

  /** Those that are known by their Deployment alone. */
  readonly deployments: readonly string[];
}

/** What every site must have a living target of; without one nobody would miss it. */
const EXPECTED = [
  'alerts',
  'api-server',
  'argocd-application-controller',
  'cert-manager',
  'cluster-state',
  'containers',
  'dashboards',
  'kubelet',
  'log-collector',
  'logs',
  'metrics',
  'node-metrics',
  'rules',
];

/** The edge by the name of its purpose: its rules are the same, whichever controller it has. */
const EDGE = 'label_replace(absent(up{job=~"traefik|ingress-nginx"}), "job", "edge", "", "")';

/** What is scraped, and what should be. */
export function targetRules(parts: ExpectedParts): RuleGroup {
  return { name: 'targets', alerts: [targetDown, partMissing(parts)] };
}

const targetDown = {
  alert: 'TargetDown',
  expr: 'up{job!~"home|gateway"} == 0',
  for: '5m',
  severity: 'warning',
  summary: '{{ $labels.job }} at {{ $labels.instance }} does not answer with its metrics',
  runbook:
    'Is the pod ready, and does the port of its annotation prometheus.io/port answer? The page /targets of metrics tells the error.',
} as const;

/** Without metrics of a part the alerts that rest on them are silent, however bad it is. */
function partMissing({ scraped, deployments }: ExpectedParts) {
  const silent = [...EXPECTED, ...scraped].map((job) => `absent(up{job="${job}"})`);
  const gone = deployments.map(
    (name) =>
      `label_replace(absent(kube_deployment_spec_replicas{deployment="${name}"}), "job", "$1", "deployment", "(.+)")`,
  );
  return {
    alert: 'PartMissing',
    expr: [...silent, EDGE, ...gone].join(' or '),
    for: '10m',
    severity: 'critical',
    summary: 'Nothing has been heard of {{ $labels.job }} for ten minutes',
    runbook:
      'Look for its pod: kubectl get pods -A -l app.kubernetes.io/name={{ $labels.job }}, and for its Application in Argo CD.',
  } as const;
}
