import { type Cases, fires, silent } from './case.ts';

export const monitoring: Cases = {
  Watchdog: [
    fires(
      'always',
      '1m',
      {},
      {},
      'Always there: as long as it arrives at the heartbeat, rules are evaluated and alerts are sent',
    ),
  ],
  NotificationsFailing: [
    fires(
      'when mail fails for a while',
      '30m',
      { 'alertmanager_notifications_failed_total{integration="email",instance="x"}': '0+1x30' },
      { integration: 'email' },
      'Alerts cannot be sent by email',
    ),
    silent('when one message was late', '18m', {
      'alertmanager_notifications_failed_total{integration="email",instance="x"}': '0x5 1x30',
    }),
    silent('when everything is sent', '30m', {
      'alertmanager_notifications_failed_total{integration="email",instance="x"}': '7x30',
    }),
  ],
  RulesFailing: [
    fires(
      'when a rule fails again and again',
      '30m',
      { 'vmalert_alerting_rules_errors_total{alertname="Slow",group="site"}': '0+1x30' },
      { group: 'site' },
      'Rules of the group site cannot be evaluated',
    ),
    fires(
      'when it is one of a team, whose alert it is',
      '30m',
      { 'vmalert_alerting_rules_errors_total{alertname="BasketsEmpty",group="shop/prod/storefront"}': '0+1x30' },
      { group: 'shop/prod/storefront', team: 'shop', environment: 'prod' },
      'Rules of the group shop/prod/storefront cannot be evaluated',
    ),
    fires(
      'when it is one that a team has without stating it',
      '30m',
      { 'vmalert_alerting_rules_errors_total{alertname="ServiceDown",group="shop/prod: services"}': '0+1x30' },
      { group: 'shop/prod: services', team: 'shop', environment: 'prod' },
      'Rules of the group shop/prod: services cannot be evaluated',
    ),
    silent('when metrics were started again and answered nobody for three minutes', '16m', {
      'vmalert_alerting_rules_errors_total{alertname="Slow",group="site"}': '0x4 1 2 3 3x30',
    }),
    silent('when rules are evaluated', '30m', {
      'vmalert_alerting_rules_errors_total{alertname="Slow",group="site"}': '0x30',
    }),
  ],
  TooManySeries: [
    fires(
      'when series are twice the plan',
      '70m',
      { 'vm_cache_entries{type="storage/hour_metric_ids"}': '50000x70' },
      {},
      'Metrics have 50000 series in an hour, twice what disk and memory are planned for',
    ),
    silent('within the plan', '70m', { 'vm_cache_entries{type="storage/hour_metric_ids"}': '20000x70' }),
    silent('for entries of another cache', '70m', { 'vm_cache_entries{type="storage/tsid"}': '90000x70' }),
  ],
  LogsMissing: [
    fires(
      'when nothing has come for an hour',
      '70m',
      { 'vl_rows_ingested_total{job="logs",type="native"}': '900x70' },
      {},
      'No log line has arrived for an hour',
    ),
    silent('when lines come', '70m', { 'vl_rows_ingested_total{job="logs",type="native"}': '0+5x70' }),
  ],
};

const EVERY_PART = [
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
  'prober',
  'rules',
  'traefik',
  'sign-on',
];

/** External Secrets, as the cluster knows it. */
const VAULT = { 'kube_deployment_spec_replicas{namespace="external-secrets",deployment="external-secrets"}': '1x30' };
const alive = (jobs: readonly string[]) =>
  Object.fromEntries(jobs.map((job) => [`up{job="${job}",instance="x"}`, '1x30']));

export const targets: Cases = {
  TargetDown: [
    fires(
      'when a pod does not answer',
      '10m',
      { 'up{job="shop",instance="shop-1"}': '0x10' },
      { job: 'shop', instance: 'shop-1' },
      'shop at shop-1 does not answer with its metrics',
    ),
    silent('when it answers', '10m', { 'up{job="shop",instance="shop-1"}': '1x10' }),
    silent('for a moment only', '10m', { 'up{job="shop",instance="shop-1"}': '1x7 0x3' }),
    silent('for a service of a team, which has an alert of its own', '10m', {
      'up{job="shop",instance="shop-1",service="shop"}': '0x10',
    }),
    silent('for machines at home, which have alerts of their own', '10m', { 'up{job="home",instance="nas"}': '0x10' }),
    silent('for the gateway, which has alerts of its own', '10m', { 'up{job="gateway",instance="gateway"}': '0x10' }),
  ],
  PartMissing: [
    fires(
      'when a part has no target any more',
      '20m',
      { ...alive(EVERY_PART.filter((part) => part !== 'logs')), ...VAULT },
      { job: 'logs' },
      'Nothing has been heard of logs for ten minutes',
    ),
    fires(
      'when the controller of Argo CD is gone, and with it the metrics of its own alerts',
      '20m',
      { ...alive(EVERY_PART.filter((part) => part !== 'argocd-application-controller')), ...VAULT },
      { job: 'argocd-application-controller' },
      'Nothing has been heard of argocd-application-controller for ten minutes',
    ),
    fires(
      'when a part that gives out no metrics is gone',
      '20m',
      alive(EVERY_PART),
      { deployment: 'external-secrets', job: 'external-secrets' },
      'Nothing has been heard of external-secrets for ten minutes',
    ),
    fires(
      'when there is no edge',
      '20m',
      { ...alive(EVERY_PART.filter((part) => part !== 'traefik')), ...VAULT },
      { job: 'edge' },
      'Nothing has been heard of edge for ten minutes',
    ),
    silent('when the edge is the other one', '20m', {
      ...alive([...EVERY_PART.filter((part) => part !== 'traefik'), 'ingress-nginx']),
      ...VAULT,
    }),
    silent('when every part answers', '20m', { ...alive(EVERY_PART), ...VAULT }),
  ],
};
