import { Size } from 'cdk8s';
import { HostPathVolumeType, Volume } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { exempt } from '../exempt.ts';
import { ApiIdentity, type Permission } from '../identity/index.ts';
import { closedPages, parts } from '../monitoring-stack/index.ts';
import { images } from '../versions.ts';
import { Check, type Resources, Runs, Workload } from '../workload/index.ts';

const { name, port } = parts.logCollector;
const POSITIONS = '/positions';

const RESOURCES: Resources = {
  cpuMillis: { request: 5, limit: 200 },
  memoryMebibytes: { request: 32, limit: 64 },
  source: 'measured on 2026-11-28 on a real node (docs/budget.md): 17 to 29 MiB resident, 1.7m',
};

/** It watches which pods run on its node, and how they are labelled. */
const PERMISSIONS: readonly Permission[] = [
  { group: '', resources: ['pods', 'nodes', 'namespaces'], verbs: ['get', 'list', 'watch'] },
];

/** What is decided about the collection of logs. */
export interface LogCollectorProps {
  /** Where logs are sent: `http://logs.monitoring.svc:9428`. */
  readonly store: string;

  /** Directory on the node in which it remembers how far it has read. */
  readonly positions: string;

  /**
   * What it may keep on the disk of the node while the log store takes nothing.
   *
   * @default Size.mebibytes(512)
   */
  readonly waiting?: Size;
}

/**
 * vlagent on every node: it reads the logs of all containers and sends them to the log store.
 *
 * It is the collector of the log store's own makers, one process in Go without a configuration file. It runs as root
 * without any capability: log files belong to root, and nobody else may read them.
 */
export class LogCollector extends Construct {
  constructor(scope: Construct, id: string, { store, positions, waiting = Size.mebibytes(512) }: LogCollectorProps) {
    super(scope, id);
    const identity = new ApiIdentity(this, 'Identity', { name, component: 'logs', permissions: PERMISSIONS });
    const logs = Volume.fromHostPath(this, 'Logs', 'logs', { path: '/var/log', type: HostPathVolumeType.DIRECTORY });
    const read = Volume.fromHostPath(this, 'Positions', 'positions', {
      path: positions,
      type: HostPathVolumeType.DIRECTORY_OR_CREATE,
    });
    const { controller } = new Workload(this, 'Workload', {
      name,
      component: 'logs',
      image: images.vlagent,
      user: 0,
      runs: Runs.everyNode(),
      resources: RESOURCES,
      args: [
        '-kubernetesCollector',
        `-tmpDataPath=${POSITIONS}`,
        `-remoteWrite.url=${store}/insert/native`,
        // What cannot be sent waits on the disk of the node, up to this much.
        `-remoteWrite.maxDiskUsagePerURL=${waiting.toMebibytes()}MiB`,
        `-httpListenAddr=:${port}`,
        '-loggerFormat=json',
        ...closedPages(),
      ],
      ports: { http: port },
      metrics: { port: 'http' },
      health: { ready: Check.http('/health', port) },
      volumes: { '/var/log': { volume: logs, readOnly: true }, [POSITIONS]: { volume: read } },
      serviceAccount: identity.serviceAccount,
      node: { root: true, files: true },
    });
    exempt(controller, 'pods-run-as-non-root', 'log files belong to root; it runs without any capability');
    exempt(controller, 'pods-mount-no-host-path', 'reads the log files of all pods, and remembers how far it has read');
  }
}
