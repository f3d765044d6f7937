import { expect, test } from 'vitest';
import type { ServicePlan } from '../../../site/plan/teams/service-plan.ts';
import { watchedTeam } from '../../../site/plan/teams/watched.ts';

const size = { millicores: 50, memoryMebibytes: 128 };

const storefront: ServicePlan = {
  ...{ owner: { kind: 'team', team: 'shop', environment: 'prod' }, name: 'storefront', about: 'The shop' },
  ...{ folder: 'shop-prod-storefront', namespace: 'shop-prod', repository: 'ghcr.io/acme/storefront' },
  ...{ version: '1.4.2', image: 'ghcr.io/acme/storefront:1.4.2', user: 10_001, variables: {}, scratch: {} },
  ...{ uses: [], usedBy: [], workers: {}, tasks: {}, path: ['teams', 'shop', 'services', 'storefront'] },
  web: {
    ...{ size, port: 8080, protocol: 'http', replicas: 2, drainSeconds: 30 },
    health: { ready: '/ready', alive: '/alive', warm: { path: '/warm', withinSeconds: 600 } },
  },
  cron: { prices: { size, schedule: '15 3 * * *', zone: 'Etc/UTC', withinSeconds: 1200 } },
  alerts: {
    BasketsEmpty: { expr: 'baskets == 0', for: '5m', severity: 'critical', summary: 'Empty', runbook: 'Try it.' },
  },
};

test('what is watched of a service follows from what is planned of it', () => {
  const owner = { kind: 'team', team: 'shop', environment: 'prod' } as const;
  expect(watchedTeam({ owner, alerts: [], services: [storefront] })).toEqual({
    owner,
    alerts: [],
    services: {
      storefront: {
        web: { warmSeconds: 600 },
        // A day, five minutes within which a missed run may still start, and the twenty that a run may take.
        cronLateSeconds: { 'storefront--prices': 86_400 + 300 + 1200 },
        alerts: [
          {
            ...{ alert: 'BasketsEmpty', expr: 'baskets == 0', for: '5m', severity: 'critical' },
            ...{ summary: 'Empty', runbook: 'Try it.', owner },
          },
        ],
      },
    },
  });
});
