import { Construct } from 'constructs';
import { images } from '../versions.ts';
import { Check, type Resources, Runs, Workload } from '../workload/index.ts';
import type { MonitoringStackProps } from './monitoring-stack-props.ts';

const PORT = 8428;
const DATA = '/data';

const RESOURCES: Resources = {
  cpuMillis: { request: 60, limit: 1000 },
  memoryMebibytes: { request: 400, limit: 700 },
  source:
    'docs.victoriametrics.com, Capacity planning: 1 KB of memory for each active series, 20,000 series, ' +
    'twice that free for queries, and the process itself',
};

/** VictoriaMetrics in one process: it takes metrics in, keeps them and answers queries. */
export class MetricsStore extends Construct {
  readonly workload: Workload;

  constructor(scope: Construct, id: string, { retention, storage, user }: MonitoringStackProps) {
    super(scope, id);
    this.workload = new Workload(this, 'Workload', {
      name: 'metrics',
      component: 'metrics',
      image: images.victoriaMetrics,
      user,
      runs: Runs.alone(),
      resources: RESOURCES,
      args: [
        `-storageDataPath=${DATA}`,
        `-retentionPeriod=${retention.toHours()}h`,
        `-httpListenAddr=:${PORT}`,
        '-selfScrapeInterval=30s',
        '-loggerFormat=json',
      ],
      ports: { http: PORT },
      health: { ready: Check.http('/health', PORT) },
      volumes: { [DATA]: { volume: storage.volume } },
    });
  }
}
