import { Duration } from 'cdk8s';
import type { WatchedTeam } from '../../constructs/monitoring-stack/index.ts';

/** An alert of a service. */
export const BASKETS = {
  alert: 'BasketsEmpty',
  expr: 'rate(baskets_created_total[10m]) == 0',
  for: '5m',
  severity: 'critical',
  summary: 'Nobody fills a basket',
  runbook: 'Try it yourself, then look at payments.',
} as const;

/** A team with a service that warms up for ten minutes, one that need not, and a process that starts once a day. */
export const shop: WatchedTeam = {
  team: 'shop',
  environment: 'prod',
  services: {
    storefront: {
      web: { warmWithin: Duration.minutes(10) },
      cron: { 'storefront--prices': Duration.hours(25) },
      alerts: [BASKETS],
    },
    admin: { web: {} },
  },
  alerts: [{ ...BASKETS, alert: 'ShopQuiet', expr: 'sum(rate(orders_total[1h])) == 0', severity: 'warning' }],
};

/** Teams and their environments, with services whose names end alike. */
export const teams: readonly WatchedTeam[] = [
  shop,
  { ...shop, environment: 'staging' },
  { team: 'search', environment: 'prod', services: { api: {}, 'shop-admin': {} } },
];
