import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { alertmanagerYaml } from '../../constructs/monitoring-stack/alerts/index.ts';
import { ruleGroups, rulesYaml } from '../../constructs/monitoring-stack/rules/index.ts';
import { probeYaml, scrapeConfig } from '../../constructs/monitoring-stack/scrape/index.ts';
import { Background, eventually, freePort } from '../support/background.ts';
import { testWith } from '../support/programs.ts';
import { query, withoutData } from './chain/asked.ts';
import { listening, played, type Served, serve } from './chain/played.ts';
import { alertsOnThisMachine, aPod, onThisMachine, type Target } from './chain/rewritten.ts';

const PROGRAMS = ['blackbox_exporter', 'node_exporter', 'victoria-metrics', 'vmalert', 'alertmanager'] as const;

const background = new Background();
const servers: Served[] = [];
const folder = mkdtempSync(join(tmpdir(), 'armstead-chain-'));

afterAll(async () => {
  await background.stop();
  for (const { server } of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a receiver was told. */
interface Told {
  readonly receiver: string;
  readonly alerts: readonly { labels: Record<string, string>; annotations: Record<string, string> }[];
}

const homeServices = {
  photos: { url: 'http://photos.home.svc:2283/', host: 'photos.example.org' },
  notes: { url: 'http://notes.home.svc:3000/', host: 'notes.example.org' },
};
const home = { nas: '192.168.4.10:9100', tv: '192.168.4.11:9100' };
const own = {
  alert: 'ShopErrors',
  expr: 'shop_errors > 3',
  for: '0s',
  severity: 'critical',
  summary: '{{ $labels.instance }} has {{ $value }} errors',
  runbook: 'See docs/shop.md.',
} as const;

describe('from a metric to a message', () => {
  testWith(
    PROGRAMS,
    'targets are scraped, rules fire, alerts arrive, dashboards have data',
    async () => {
      const told: Told[] = [];
      const receiver = await keepServing(
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
      const ports = await start(receiver.port);
      const ask = (expression: string) => query(ports.metrics, expression);

      const up = await eventually('every target is up', async () => {
        const { data } = await ask('up');
        const jobs = data.result.map(({ metric, value }) => `${metric.job}/${metric.instance} ${value[1]}`).sort();
        return jobs.filter((job) => job.endsWith(' 1')).length >= 18 ? jobs : undefined;
      });
      expect(up).toEqual([
        'alerts/alerts-1 1',
        'api-server/127.0.0.1 1',
        'argocd-application-controller/argocd-1 1',
        'cert-manager/cert-manager-1 1',
        'cluster-state/127.0.0.1 1',
        'containers/10.0.10.10 1',
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

async function keepServing(server: ReturnType<typeof createServer>): Promise<Served> {
  const served = await listening(server);
  servers.push(served);
  return served;
}

async function play(text: () => string, path?: string, address?: string, port?: number): Promise<number> {
  const served = await serve(text, path, address, port);
  servers.push(served);
  return served.port;
}

/** Starts every program of the chain; what cannot run here is played from the recordings of it. */
async function start(receiver: number) {
  const [node, metrics, rules, alerts, prober] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  const scrape = scrapeConfig({
    home,
    probed: homeServices,
    prober: 'prober:9115',
    clusterState: 'cluster-state:8080',
  });
  const pods = [
    aPod('node-metrics', node),
    aPod('metrics', metrics),
    aPod('rules', rules),
    aPod('alerts', alerts),
    aPod('shop', await play(() => 'shop_errors 7', '/own/metrics'), {
      __meta_kubernetes_namespace: 'shop-prod',
      __meta_kubernetes_pod_annotation_prometheus_io_path: '/own/metrics',
      __meta_kubernetes_pod_label_armstead_team: 'shop',
    }),
    aPod('not-asked', await play(() => 'x 1'), { __meta_kubernetes_pod_annotation_prometheus_io_scrape: 'false' }),
    aPod('over', await play(() => 'x 1'), { __meta_kubernetes_pod_phase: 'Succeeded' }),
    aPod('traefik', await play(() => played('Traefik'))),
    aPod('oauth2-proxy', await play(() => played('oauth2-proxy'))),
    aPod('cert-manager', await play(() => played('cert-manager'))),
    aPod('logs', await play(() => played('VictoriaLogs'))),
  ];
  const legacy = await play(() => 'legacy_requests 1');
  const named = { instance: '127.0.0.1' };
  const kubelet = { __meta_kubernetes_node_name: '10.0.10.10' };
  const argo = aPod(
    'argocd-application-controller',
    await play(() => played('Argo CD'), '/metrics', '127.0.0.2', 8082),
    {
      __meta_kubernetes_pod_annotation_prometheus_io_scrape: '',
      __meta_kubernetes_pod_ip: '127.0.0.2',
      __meta_kubernetes_pod_name: 'argocd-1',
    },
  );
  const here = onThisMachine(scrape, {
    'api-server': [{ address: `127.0.0.1:${await play(() => played('kube-apiserver'))}`, labels: named }],
    kubelet: [{ address: `127.0.0.1:${await play(() => played('kubelet'))}`, labels: kubelet }],
    containers: [
      { address: `127.0.0.1:${await play(() => played('cAdvisor'), '/metrics/cadvisor')}`, labels: kubelet },
    ],
    'cluster-state': [{ address: `127.0.0.1:${await play(() => played('kube-state-metrics'))}`, labels: named }],
    pods,
    services: [
      {
        address: `127.0.0.1:${legacy}`,
        labels: {
          __meta_kubernetes_namespace: 'shop-prod',
          __meta_kubernetes_pod_ip: '127.0.0.1',
          __meta_kubernetes_pod_name: 'legacy-1',
          __meta_kubernetes_service_annotation_prometheus_io_port: `${legacy}`,
          __meta_kubernetes_service_annotation_prometheus_io_scrape: 'true',
          __meta_kubernetes_service_name: 'legacy',
        },
      },
    ],
    'argo-cd': [argo],
    home: [
      { address: `127.0.0.1:${node}`, labels: { instance: 'nas' } },
      { address: `127.0.0.1:${await freePort()}`, labels: { instance: 'tv' } },
    ],
    'home-services': [
      asked('photos', prober, (await keepServing(createServer(askingWhoIsThere))).port),
      asked('notes', prober, await freePort()),
    ],
  });

  background.start('blackbox_exporter', [
    `--config.file=${file('modules.yaml', probeYaml())}`,
    `--web.listen-address=127.0.0.1:${prober}`,
  ]);
  background.start('node_exporter', [`--web.listen-address=127.0.0.1:${node}`]);
  background.start('alertmanager', [
    `--config.file=${file('alerts.yaml', alertsConfig(receiver))}`,
    `--storage.path=${join(folder, 'alerts')}`,
    `--web.listen-address=127.0.0.1:${alerts}`,
    '--cluster.listen-address=',
  ]);
  background.start('victoria-metrics', [
    `-storageDataPath=${join(folder, 'metrics')}`,
    `-httpListenAddr=127.0.0.1:${metrics}`,
    `-promscrape.config=${file('scrape.yaml', here)}`,
    '-search.latencyOffset=1s',
  ]);
  const url = `http://127.0.0.1:${metrics}`;
  await eventually('the shop is scraped', async () => (await query(metrics, 'shop_errors')).data.result[0]);
  background.start('vmalert', [
    `-rule=${file('rules.yaml', rulesAtOurPace())}`,
    `-datasource.url=${url}`,
    `-remoteWrite.url=${url}`,
    `-remoteRead.url=${url}`,
    `-notifier.url=http://127.0.0.1:${alerts}`,
    `-httpListenAddr=127.0.0.1:${rules}`,
    // Rules are evaluated at once and about now, not after a while and about a while ago.
    '-group.maxStartDelay=1s',
    '-rule.evalDelay=1s',
  ]);
  return { metrics };
}

/** A service at home that knows its host and wants a password. */
function askingWhoIsThere({ headers }: IncomingMessage, response: ServerResponse): void {
  response.statusCode = headers.host === homeServices.photos.host ? 401 : 500;
  response.end('who is there?');
}

/** A service at home, as the prober is asked for it: by the parameters that the scraping of a site states. */
function asked(name: keyof typeof homeServices, prober: number, port: number): Target {
  const { host } = homeServices[name];
  return {
    address: `127.0.0.1:${prober}`,
    labels: { instance: name, __param_target: `http://127.0.0.1:${port}/`, __param_hostname: host },
  };
}

/** The rules of a site, asked every few seconds. */
function rulesAtOurPace(): string {
  const yaml = rulesYaml(ruleGroups({ home, homeServices, ocpus: 2, reclaimable: true, own: [own] }));
  return yaml.replaceAll('interval: 1m', 'interval: 3s');
}

function alertsConfig(receiver: number): string {
  const yaml = alertmanagerYaml({
    receivers: { webhook: { secret: 'alerts-webhook' } },
    heartbeat: 'alerts-heartbeat',
  });
  return alertsOnThisMachine(yaml, (name) => `http://127.0.0.1:${receiver}/${name}`);
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
