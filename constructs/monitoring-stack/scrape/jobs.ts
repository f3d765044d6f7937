import { keptMetrics } from './kept-metrics.ts';
import { NO_OWNERS, type Owners, ofTraefik, ownedBy, serviceByEnding, serviceByName } from './owners.ts';
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
import { type Relabel, SAMPLE_LIMIT, type ScrapeConfig, type ScrapeJob } from './scrape-config.ts';

/** Where a pod finds its own token, and the certificate of the API server. */
const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** What is scraped besides what every cluster has. */
export interface ScrapeOptions {
  /** Address of the process that gives out the state of the cluster's objects. */
  readonly clusterState: string;

  /** Jobs of the parts. */
  readonly jobs: readonly ScrapeJob[];

  /**
   * Whose the series of namespaces are.
   *
   * @default - all are the platform's
   */
  readonly owners?: Owners | undefined;
}

/** Everything that is scraped. */
export function scrapeConfig({ clusterState, jobs, owners = NO_OWNERS }: ScrapeOptions): ScrapeConfig {
  const objects = [...ownedBy('namespace', owners), ...serviceByName(owners)];
  return {
    global: { scrape_interval: '30s', scrape_timeout: '10s' },
    scrape_configs: [
      apiServer,
      kubelet('kubelet', '/metrics', keptMetrics.kubelet, objects),
      kubelet('containers', '/metrics/cadvisor', keptMetrics.containers, [...containerSteps, ...objects]),
      also({ job_name: 'cluster-state', honor_labels: true, static_configs: [{ targets: [clusterState] }] }, objects),
      also(pods, [...ofTraefik(owners), ...ownedBy('exported_namespace', owners)]),
      services,
      ...jobs.map((job) => also(job, [...ownedBy('dest_namespace', owners), ...serviceByEnding('name', owners)])),
    ],
  };
}

/** A job with further steps for its samples. */
function also(job: ScrapeJob, steps: readonly Relabel[]): ScrapeJob {
  if (steps.length === 0) return job;
  return { ...job, metric_relabel_configs: [...(job.metric_relabel_configs ?? []), ...steps] };
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
