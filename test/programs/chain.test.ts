import { createServer } from 'node:http';
import { afterAll, describe, expect } from 'vitest';
import { eventually } from '../support/background.ts';
import { testWith } from '../support/programs.ts';
import { withoutData } from '../support/queries.ts';
import { query } from './chain/asked.ts';
import { Chain } from './chain/chain.ts';

const PROGRAMS = ['blackbox_exporter', 'node_exporter', 'victoria-metrics', 'vmalert', 'alertmanager'] as const;

const chain = new Chain();

afterAll(() => chain.stop());

/** What a receiver was told. */
interface Told {
  readonly receiver: string;
  readonly alerts: readonly { labels: Record<string, string>; annotations: Record<string, string> }[];
}

describe('from a metric to a message', () => {
  testWith(
    PROGRAMS,
    'targets are scraped, rules fire, alerts arrive, dashboards have data',
    async () => {
      const told: Told[] = [];
      const receiver = await chain.serve(
        createServer((request, response) => {
          let body = '';
          request.on('data', (chunk) => {
            body += chunk;
          });
          request.on('end', () => {
            told.push({ receiver: request.url ?? '', alerts: JSON.parse(body).alerts });
            response.end();
          });
        }),
      );
      const ports = await chain.start(receiver.port);
      const ask = (expression: string) => query(ports.metrics, expression);

      const up = await eventually('every target is up', async () => {
        const { data } = await ask('up');
        const jobs = data.result.map(({ metric, value }) => `${metric.job}/${metric.instance} ${value[1]}`).sort();
        return jobs.filter((job) => job.endsWith(' 1')).length >= 19 ? jobs : undefined;
      });
      expect(up).toEqual([
        'alerts/alerts-1 1',
        'api-server/127.0.0.1 1',
        'argocd-application-controller/argocd-1 1',
        'cert-manager/cert-manager-1 1',
        'cluster-state/127.0.0.1 1',
        'containers/10.0.10.10 1',
        'home-services/hall 1',
        'home-services/notes 1',
        'home-services/photos 1',
        'home/nas 1',
        'home/tv 0',
        'kubelet/10.0.10.10 1',
        'legacy/legacy-1 1',
        'logs/logs-1 1',
        'metrics/metrics-1 1',
        'node-metrics/node-metrics-1 1',
        'oauth2-proxy/oauth2-proxy-1 1',
        'rules/rules-1 1',
        'shop/shop-1 1',
        'traefik/traefik-1 1',
      ]);

      const { data } = await ask('probe_http_status_code{job="home-services"}');
      expect(Object.fromEntries(data.result.map(({ metric, value }) => [metric.instance, value[1]]))).toEqual({
        hall: '400',
        notes: '0',
        photos: '401',
      });

      const arrived = await eventually('the alert of the shop arrives', async () =>
        told.find(({ receiver, alerts }) => receiver === '/everybody' && alerts[0]?.labels.alertname === 'ShopErrors'),
      );
      expect(arrived.alerts).toMatchObject([
        {
          labels: {
            alertname: 'ShopErrors',
            environment: 'prod',
            instance: 'shop-1',
            job: 'shop',
            namespace: 'shop-prod',
            severity: 'critical',
            team: 'shop',
          },
          annotations: { summary: 'shop-1 has 7 errors', runbook: 'See docs/shop.md.' },
        },
      ]);

      await eventually('the heartbeat is called', async () => told.find(({ receiver }) => receiver === '/heartbeat'));
      const names = (at: string) =>
        told
          .filter(({ receiver }) => receiver === at)
          .flatMap(({ alerts }) => alerts.map(({ labels }) => labels.alertname));
      expect(new Set(names('/heartbeat'))).toEqual(new Set(['Watchdog']));
      expect(names('/everybody')).not.toContain('Watchdog');

      await eventually('every query of a dashboard has data', async () => {
        const found = await withoutData(ask);
        return found.length === 0 ? true : fail(found);
      });
    },
    180_000,
  );
});

function fail(found: readonly string[]): never {
  throw new Error(`no data for ${found.join('; ')}`);
}
