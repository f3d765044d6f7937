import type { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { ApiIdentity, type Permission } from '../../identity/index.ts';
import { images } from '../../versions.ts';
import { Check, type Resources, Runs, Workload } from '../../workload/index.ts';
import { closedPages } from '../closed-pages.ts';
import { addressOf, parts } from '../ports.ts';
import { type Owners, type ScrapeJob, scrapeConfig, scrapeYaml } from '../scrape/index.ts';
import type { OwnedVolume } from '../storage.ts';

const { name, port } = parts.metrics;
const DATA = '/data';
const CONFIG = '/etc/metrics';

const RESOURCES: Resources = {
  cpuMillis: { request: 60, limit: 1000 },
  memoryMebibytes: { request: 400, limit: 700 },
  source:
    'docs.victoriametrics.com, Capacity planning: 1 KB of memory for each active series, 20,000 series, ' +
    'twice that free for queries, and the process itself',
};

/** What discovery reads, and what the API server and the kubelets show to whoever may read metrics. */
const PERMISSIONS: readonly Permission[] = [
  { group: '', resources: ['nodes', 'pods', 'services'], verbs: ['get', 'list', 'watch'] },
  { group: '', resources: ['nodes/metrics'], verbs: ['get'] },
  { group: 'discovery.k8s.io', resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
  { paths: ['/metrics'], verbs: ['get'] },
];

/** What is decided about metrics. */
export interface MetricsStoreProps {
  /** How long metrics are kept. */
  readonly retention: Duration;

  /** Where they lie. */
  readonly storage: OwnedVolume;

  /** How much of the disk beneath must stay free: below it, no sample is kept. */
  readonly keptFree: Size;

  /** What is scraped besides what every cluster has. */
  readonly jobs: readonly ScrapeJob[];

  /** Whose the series of namespaces are. */
  readonly owners: Owners;
}

/** VictoriaMetrics in one process: it scrapes every target, keeps the metrics and answers queries. */
export class MetricsStore extends Construct {
  readonly workload: Workload;

  constructor(scope: Construct, id: string, props: MetricsStoreProps) {
    super(scope, id);
    const { storage, jobs, owners } = props;
    const identity = new ApiIdentity(this, 'Identity', { name, component: 'metrics', permissions: PERMISSIONS });
    const config = scrapeConfig({ clusterState: addressOf(parts.clusterState), jobs, owners });
    this.workload = new Workload(this, 'Workload', {
      name,
      component: 'metrics',
      image: images.victoriaMetrics,
      user: storage.owner,
      runs: Runs.alone(),
      resources: RESOURCES,
      args: flags(props),
      ports: { http: port },
      metrics: { port: 'http' },
      health: { ready: Check.http('/health', port) },
      volumes: { [DATA]: { volume: storage.volume } },
      config: { directory: CONFIG, files: { 'scrape.yaml': scrapeYaml(config) } },
      serviceAccount: identity.serviceAccount,
    });
  }
}

/** What deletes, copies, merges, forgets or tells more than metrics. */
const CLOSED = [
  'config',
  'delete',
  'forceFlush',
  'forceMerge',
  'logNewSeries',
  'metricNamesStatsReset',
  'reload',
  'search.resetCache',
  'snapshot',
];

function flags({ retention, keptFree }: MetricsStoreProps): string[] {
  return [
    `-storageDataPath=${DATA}`,
    `-retentionPeriod=${retention.toHours()}h`,
    `-httpListenAddr=:${port}`,
    `-promscrape.config=${CONFIG}/scrape.yaml`,
    // A pod with two containers is found twice and scraped once; that is no mistake to write into the log.
    '-promscrape.suppressDuplicateScrapeTargetErrors',
    // Rather no new samples than a node whose disk is full for all.
    `-storage.minFreeDiskSpaceBytes=${keptFree.toMebibytes()}MiB`,
    '-loggerFormat=json',
    ...closedPages(...CLOSED),
  ];
}
