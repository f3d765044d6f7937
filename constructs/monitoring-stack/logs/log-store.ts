import type { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { images } from '../../versions.ts';
import { Check, type Resources, Runs, Workload } from '../../workload/index.ts';
import { closedPages } from '../closed-pages.ts';
import { parts } from '../ports.ts';
import type { OwnedVolume } from '../storage.ts';

const { name, port } = parts.logs;
const DATA = '/data';

const RESOURCES: Resources = {
  cpuMillis: { request: 20, limit: 500 },
  memoryMebibytes: { request: 160, limit: 320 },
  source:
    'docs.victoriametrics.com/victorialogs, Capacity planning, for 1 GB of logs a day: far below one core; ' +
    'the memory is not measured: one small node writes few logs; compare with kubectl top',
};

/** What is decided about logs. */
export interface LogStoreProps {
  /** How long logs are kept at most. */
  readonly retention: Duration;

  /** Where they lie. */
  readonly storage: OwnedVolume;

  /** How much of the disk beneath must stay free: below it, no log is kept. */
  readonly keptFree: Size;
}

/** Part of the disk that logs may fill: the day that is being written and merges need the rest. */
const FILLED = 0.85;

/** VictoriaLogs in one process: it takes logs in, keeps them and answers queries; `/select/vmui` is its own page. */
export class LogStore extends Construct {
  constructor(scope: Construct, id: string, { retention, storage, keptFree }: LogStoreProps) {
    super(scope, id);
    new Workload(this, 'Workload', {
      name,
      component: 'logs',
      image: images.victoriaLogs,
      user: storage.owner,
      runs: Runs.alone(),
      resources: RESOURCES,
      args: [
        `-storageDataPath=${DATA}`,
        `-retentionPeriod=${retention.toHours()}h`,
        // Logs grow when something is wrong: the oldest days go rather than the disk of the node.
        `-retention.maxDiskSpaceUsageBytes=${Math.floor(storage.size.toMebibytes() * FILLED)}MiB`,
        // Its retention frees whole days, so one loud hour needs a fence of its own.
        `-storage.minFreeDiskSpaceBytes=${keptFree.toMebibytes()}MiB`,
        `-httpListenAddr=:${port}`,
        '-loggerFormat=json',
        // Deleting logs is off unless a flag turns it on; these copy, detach and merge what is kept.
        ...closedPages('forceFlush', 'forceMerge', 'logNewStreams', 'partitionManage'),
      ],
      ports: { http: port },
      metrics: { port: 'http' },
      health: { ready: Check.http('/health', port) },
      volumes: { [DATA]: { volume: storage.volume } },
    });
  }
}
