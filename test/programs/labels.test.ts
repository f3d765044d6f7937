import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { scrapeConfig } from '../../constructs/monitoring-stack/scrape/index.ts';
import { ownersOf } from '../../constructs/monitoring-stack/teams/index.ts';
import { argoCdPart } from '../../platform/argo-cd/index.ts';
import { Background, eventually, freePort } from '../support/background.ts';
import { testWith } from '../support/programs.ts';
import { teams } from '../support/watched-teams.ts';
import { query } from './chain/asked.ts';
import { type Served, serve } from './chain/played.ts';
import { aPod, onThisMachine, type Target } from './chain/rewritten.ts';

const background = new Background();
const servers: Served[] = [];
const folder = mkdtempSync(join(tmpdir(), 'armstead-labels-'));

afterAll(async () => {
  await background.stop();
  for (const { server } of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Series of one source, each with whose it must become: team, environment and service. */
type Source = Readonly<Record<string, string>>;

const OBJECTS = {
  'kube_pod_info{namespace="shop-prod",pod="storefront-7d4b9c8f6d-x2x4z"}': 'shop prod storefront',
  'kube_pod_info{namespace="shop-staging",pod="storefront-7d4b9c8f6d-x2x4z"}': 'shop staging storefront',
  'kube_pod_info{namespace="search-prod",pod="shop-admin-65c8-zz9xk"}': 'search prod shop-admin',
  'kube_pod_info{namespace="shop-prod",pod="storefront--images-7d4b9c8f6d-x2x4z"}': 'shop prod storefront',
  'kube_pod_info{namespace="shop-prod",pod="storefront--prices-29384756-x2x4z"}': 'shop prod storefront',
  'kube_pod_info{namespace="shop-prod",pod="by-hand"}': 'shop prod',
  'kube_pod_info{namespace="shop-prod",pod="shopdb-galera-0"}': 'shop prod',
  'kube_pod_info{namespace="search-staging",pod="api-7d4b9c8f6d-x2x4z"}': '',
  'kube_pod_info{namespace="monitoring",pod="rules-7d4b9c8f6d-x2x4z"}': '',
  'kube_pod_info{namespace="workshop-prod",pod="rules-7d4b9c8f6d-x2x4z"}': '',
  'kube_deployment_created{namespace="shop-prod",deployment="storefront"}': 'shop prod storefront',
  'kube_deployment_created{namespace="search-prod",deployment="shop-admin--index"}': 'search prod shop-admin',
  'kube_deployment_created{namespace="edge",deployment="storefront"}': '',
  'kube_replicaset_owner{namespace="shop-prod",replicaset="storefront--images-7d4b9c8f6d"}': 'shop prod storefront',
  'kube_replicaset_owner{namespace="search-prod",replicaset="shop-admin-65c8"}': 'search prod shop-admin',
  'kube_job_info{namespace="shop-prod",job_name="storefront--prices-29384756"}': 'shop prod storefront',
  'kube_cronjob_created{namespace="shop-prod",cronjob="storefront--prices"}': 'shop prod storefront',
  'kube_resourcequota{namespace="shop-prod",resourcequota="share",resource="pods"}': 'shop prod',
};

const CONTAINERS = {
  'container_memory_working_set_bytes{namespace="shop-prod",pod="storefront-7d4b9c8f6d-x2x4z",container="main"}':
    'shop prod storefront',
  'container_memory_working_set_bytes{namespace="edge",pod="traefik-7d4b9c8f6d-x2x4z",container="main"}': '',
};

const KUBELET = {
  'kubelet_volume_stats_used_bytes{namespace="shop-prod",persistentvolumeclaim="data"}': 'shop prod',
  'kubelet_volume_stats_used_bytes{namespace="monitoring",persistentvolumeclaim="data"}': '',
};

const PROVIDER = '@kubernetesingressnginx';

const TRAEFIK = {
  [`traefik_service_requests_total{service="shop-prod-storefront-storefront-8080${PROVIDER}"}`]: 'shop prod storefront',
  [`traefik_service_requests_total{service="shop-prod-admin-admin-8080${PROVIDER}"}`]: 'shop prod admin',
  [`traefik_service_requests_total{service="search-prod-shop-admin-shop-admin-8080${PROVIDER}"}`]:
    'search prod shop-admin',
  [`traefik_service_requests_total{service="shop-staging-storefront-storefront-http${PROVIDER}"}`]:
    'shop staging storefront',
  [`traefik_service_requests_total{service="monitoring-dashboards-dashboards-3000${PROVIDER}"}`]: '',
  'traefik_open_connections{entrypoint="web"}': '',
};

const CERTIFICATES = {
  'certmanager_certificate_ready_status{namespace="shop-prod",name="www",condition="True"}': 'shop prod',
  'certmanager_certificate_ready_status{namespace="monitoring",name="grafana",condition="True"}': '',
};

const APPLICATIONS = {
  'argocd_app_info{name="shop-prod-storefront",dest_namespace="shop-prod"}': 'shop prod storefront',
  'argocd_app_info{name="shop-prod",dest_namespace="shop-prod"}': 'shop prod',
  'argocd_app_info{name="monitoring",dest_namespace="monitoring"}': '',
};

/** What a pod of a team gives out keeps the labels of its pod, whatever it says. */
const OWN = {
  'shop_errors{service="baskets",team="search"}': 'shop prod storefront',
  'traefik_service_requests_total{service="search-prod-api-api-8080@x",namespace="search-prod"}':
    'shop prod storefront',
};

const LABELS = {
  __meta_kubernetes_namespace: 'shop-prod',
  __meta_kubernetes_pod_label_environment: 'prod',
  __meta_kubernetes_pod_label_service: 'storefront',
  __meta_kubernetes_pod_label_team: 'shop',
};

async function played(source: Source, path = '/metrics', address = '127.0.0.1', port = 0): Promise<number> {
  const text = Object.keys(source).map((series, index) => `${series.replace('}', `,n="${index}"}`)} 1`);
  const served = await serve(() => text.join('\n'), path, address, port);
  servers.push(served);
  return served.port;
}

async function targets(): Promise<Record<string, Target[]>> {
  const argo = await played(APPLICATIONS, '/metrics', '127.0.0.3', 8082);
  const local = async (source: Source, path?: string): Promise<Target[]> => [
    { address: `127.0.0.1:${await played(source, path)}`, labels: { __meta_kubernetes_node_name: 'a' } },
  ];
  return {
    'cluster-state': await local(OBJECTS),
    containers: await local(CONTAINERS, '/metrics/cadvisor'),
    kubelet: await local(KUBELET),
    pods: [
      aPod('traefik', await played(TRAEFIK)),
      aPod('cert-manager', await played(CERTIFICATES)),
      aPod('storefront', await played(OWN), LABELS),
    ],
    'argo-cd': [
      aPod('argocd-application-controller', argo, {
        __meta_kubernetes_pod_annotation_prometheus_io_scrape: '',
        __meta_kubernetes_pod_ip: '127.0.0.3',
      }),
    ],
  };
}

/** Whose series are, by the source and the number of each. */
async function found(port: number, job: string): Promise<Record<string, string>> {
  const { data } = await query(port, `{n!="",job="${job}"}`);
  return Object.fromEntries(
    data.result.map(({ metric }) => {
      const { team, environment, service } = metric;
      return [metric.n, [team, environment, service].filter((label) => label !== undefined).join(' ')];
    }),
  );
}

testWith(
  ['victoria-metrics'],
  'series of every source have the labels of the team, the environment and the service that they are about',
  async () => {
    const port = await freePort();
    const jobs = argoCdPart.scrape ?? [];
    const config = scrapeConfig({ clusterState: 'cluster-state:8080', jobs, owners: ownersOf(teams) });
    const file = join(folder, 'scrape.yaml');
    writeFileSync(file, onThisMachine(config, await targets()));
    background.start('victoria-metrics', [
      `-storageDataPath=${join(folder, 'metrics')}`,
      `-httpListenAddr=127.0.0.1:${port}`,
      `-promscrape.config=${file}`,
      '-search.latencyOffset=1s',
    ]);
    const sources: Readonly<Record<string, Source>> = {
      'cluster-state': OBJECTS,
      containers: CONTAINERS,
      kubelet: KUBELET,
      traefik: TRAEFIK,
      'cert-manager': CERTIFICATES,
      storefront: OWN,
      'argocd-application-controller': APPLICATIONS,
    };
    for (const [job, source] of Object.entries(sources)) {
      const all = await eventually(`all series of ${job} are there`, async () => {
        const now = await found(port, job);
        return Object.keys(now).length === Object.keys(source).length ? now : undefined;
      });
      const named = Object.keys(source).map((series, index) => [series, all[`${index}`]]);
      expect(Object.fromEntries(named)).toEqual(source);
    }
    const { data } = await query(port, 'traefik_service_requests_total{job="traefik"}');
    expect(data.result.map(({ metric }) => metric.backend)).toContain(
      `shop-prod-storefront-storefront-8080${PROVIDER}`,
    );
  },
  120_000,
);
