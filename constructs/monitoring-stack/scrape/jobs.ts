import { keptMetrics } from './kept-metrics.ts';
import { PROBE } from './probe.ts';
import {
  asAnnotated,
  copy,
  dropIf,
  jobFromPod,
  keepIf,
  keepOnly,
  noInitContainers,
  running,
  whereItRuns,
} from './relabel.ts';
import type { Relabel, ScrapeConfig, ScrapeJob } from './scrape-config.ts';

/** Where a pod finds its own token, and the certificate of the API server. */
const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Most samples of one answer: an endpoint that grows past it is refused before it fills the disk of all. */
const SAMPLE_LIMIT = 10_000;

/** Targets at home by their names: `{ nas: '192.168.4.10:9100' }`. */
export type HomeTargets = Readonly<Record<string, string>>;

/** What the site adds to what every cluster has. */
export interface ScrapeOptions {
  /** Targets at home, asked through the tunnel. */
  readonly home: HomeTargets;

  /**
   * Address of the process that asks services whether they answer.
   *
   * @default - none: no service is asked
   */
  readonly prober?: string | undefined;

  /**
   * Address at which the gateway gives out its metrics.
   *
   * @default - none: there is no gateway, or it was built by others
   */
  readonly gateway?: string | undefined;

  /** Address of the process that gives out the state of the cluster's objects. */
  readonly clusterState: string;
}

/** Everything that is scraped. */
export function scrapeConfig({ home, prober, gateway, clusterState }: ScrapeOptions): ScrapeConfig {
  return {
    global: { scrape_interval: '30s', scrape_timeout: '10s' },
    scrape_configs: [
      apiServer,
      kubelet('kubelet', '/metrics', keptMetrics.kubelet, []),
      kubelet('containers', '/metrics/cadvisor', keptMetrics.containers, containerSteps),
      { job_name: 'cluster-state', honor_labels: true, static_configs: [{ targets: [clusterState] }] },
      pods,
      services,
      argoCd,
      ...(Object.keys(home).length > 0 ? [homeJob(home)] : []),
      ...(prober === undefined ? [] : [probeJob(prober)]),
      ...(gateway === undefined ? [] : [gatewayJob(gateway)]),
    ],
  };
}

/** The API server by the name that every pod knows it by, with the certificate that every pod has. */
const apiServer: ScrapeJob = {
  job_name: 'api-server',
  scheme: 'https',
  bearer_token_file: `${ACCOUNT}/token`,
  tls_config: { ca_file: `${ACCOUNT}/ca.crt` },
  static_configs: [{ targets: ['kubernetes.default.svc:443'] }],
  metric_relabel_configs: [keepOnly(keptMetrics.apiServer)],
};

/** cAdvisor counts system services and the sums of a pod too, and names containers by ids that change at each start. */
const containerSteps: readonly Relabel[] = [
  { source_labels: ['__name__', 'pod'], regex: 'container_.+;', action: 'drop' },
  { source_labels: ['__name__', 'container'], regex: 'container_(cpu|memory|oom)_.+;(POD)?', action: 'drop' },
  { regex: 'id|name|image', action: 'labeldrop' },
];

/**
 * The kubelet of every node.
 *
 * Its certificate is signed by nobody whom a pod could know, so it is not verified; it sees a token that can read
 * metrics and nothing else.
 */
function kubelet(name: string, path: string, kept: readonly string[], steps: readonly Relabel[]): ScrapeJob {
  return {
    job_name: name,
    scheme: 'https',
    metrics_path: path,
    bearer_token_file: `${ACCOUNT}/token`,
    tls_config: { insecure_skip_verify: true },
    kubernetes_sd_configs: [{ role: 'node' }],
    relabel_configs: [copy('__meta_kubernetes_node_name', 'node'), copy('__meta_kubernetes_node_name', 'instance')],
    metric_relabel_configs: [keepOnly(kept), ...steps],
  };
}

const POD_ANNOTATION = '__meta_kubernetes_pod_annotation_prometheus_io';
const SERVICE_ANNOTATION = '__meta_kubernetes_service_annotation_prometheus_io';

/** Every pod that says of itself that it wants to be scraped. */
const pods: ScrapeJob = {
  job_name: 'pods',
  sample_limit: SAMPLE_LIMIT,
  kubernetes_sd_configs: [{ role: 'pod' }],
  relabel_configs: [
    keepIf(`${POD_ANNOTATION}_scrape`, 'true'),
    noInitContainers,
    running,
    ...asAnnotated(POD_ANNOTATION),
    jobFromPod,
    ...whereItRuns,
  ],
};

/** Every pod behind a Service that wants to be scraped, unless the pod has said so itself. */
const services: ScrapeJob = {
  job_name: 'services',
  sample_limit: SAMPLE_LIMIT,
  kubernetes_sd_configs: [{ role: 'endpointslice' }],
  relabel_configs: [
    keepIf(`${SERVICE_ANNOTATION}_scrape`, 'true'),
    dropIf(`${POD_ANNOTATION}_scrape`, 'true'),
    ...asAnnotated(SERVICE_ANNOTATION),
    copy('__meta_kubernetes_service_name', 'job'),
    ...whereItRuns,
  ],
};

/** Argo CD gives its metrics out on a port of its own, however it was installed. */
const argoCd: ScrapeJob = {
  job_name: 'argo-cd',
  kubernetes_sd_configs: [{ role: 'pod' }],
  relabel_configs: [
    keepIf('__meta_kubernetes_pod_label_app_kubernetes_io_name', 'argocd-application-controller'),
    dropIf(`${POD_ANNOTATION}_scrape`, 'true'),
    noInitContainers,
    running,
    {
      source_labels: ['__meta_kubernetes_pod_ip'],
      regex: '(.+)',
      target_label: '__address__',
      replacement: '$1:8082',
    },
    jobFromPod,
    ...whereItRuns,
  ],
  metric_relabel_configs: [dropIf('__name__', '.+_bucket')],
};

/** Machines at home, asked through the tunnel by their addresses and called by their names. */
function homeJob(home: HomeTargets): ScrapeJob {
  return {
    job_name: 'home',
    sample_limit: SAMPLE_LIMIT,
    static_configs: Object.entries(home).map(([name, address]) => ({
      targets: [address],
      labels: { instance: name },
    })),
  };
}

/** The machine that ends the tunnel home, asked inside the cloud network. */
function gatewayJob(address: string): ScrapeJob {
  return {
    job_name: 'gateway',
    sample_limit: SAMPLE_LIMIT,
    static_configs: [{ targets: [address], labels: { instance: 'gateway' } }],
  };
}

/**
 * Every Service that says of itself that it wants to be asked, called by its name.
 *
 * They are discovered and not listed here, so that another service at home changes nothing in the metrics store.
 */
function probeJob(prober: string): ScrapeJob {
  return {
    job_name: 'home-services',
    metrics_path: '/probe',
    params: { module: [PROBE] },
    scrape_interval: '1m',
    kubernetes_sd_configs: [{ role: 'service' }],
    relabel_configs: [
      keepIf(`${SERVICE_ANNOTATION}_probe`, 'true'),
      {
        source_labels: ['__meta_kubernetes_service_port_name', '__address__'],
        separator: '://',
        regex: '(.+)',
        target_label: '__param_target',
        replacement: '$1/',
      },
      copy('__meta_kubernetes_service_annotation_armstead_host', '__param_hostname'),
      copy('__meta_kubernetes_service_name', 'instance'),
      { target_label: '__address__', replacement: prober },
    ],
    metric_relabel_configs: [keepOnly(keptMetrics.prober)],
  };
}
