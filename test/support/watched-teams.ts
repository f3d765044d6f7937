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

/** Services of teams in three environments, each of which warms up and starts something by the clock. */
export function many(teamCount: number, services: number): WatchedTeam[] {
  const named = Array.from({ length: services }, (_, index) => `service-with-a-name-${index}`);
  const watched = (name: string) => ({
    web: { warmWithin: Duration.minutes(4) },
    cron: { [`${name}--prices`]: Duration.hours(25) },
  });
  return ['prod', 'staging', 'preview'].flatMap((environment) =>
    Array.from({ length: teamCount }, (_, index) => ({
      ...{ team: `team-${index}`, environment },
      services: Object.fromEntries(named.map((name) => [name, watched(name)])),
    })),
  );
}
