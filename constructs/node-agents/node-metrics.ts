import { HostPathVolumeType, Volume } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { exempt } from '../exempt.ts';
import { parts } from '../monitoring-stack/index.ts';
import { images } from '../versions.ts';
import { Check, type Resources, Runs, Workload } from '../workload/index.ts';

const { name, port } = parts.nodeMetrics;
const HOST = '/host';

/** The image runs as `nobody`. */
const USER = 65_534;

const RESOURCES: Resources = {
  cpuMillis: { request: 5, limit: 200 },
  memoryMebibytes: { request: 32, limit: 64 },
  source: 'measured on 2026-11-28 on a real node (docs/budget.md): 20 to 22 MiB resident, 0.6m',
};

/** What rules and dashboards read; the other collectors are off. */
const COLLECTORS = [
  'cpu',
  'diskstats',
  'filesystem',
  'loadavg',
  'meminfo',
  'netdev',
  'pressure',
  'stat',
  'time',
  'timex',
  'uname',
  'vmstat',
];

/** Mount points that are no disk of the node: those of containers and of the kernel. */
const NO_DISKS = '^/(dev|proc|run|sys|var/lib/(containers|kubelet))($|/)';

/** Interfaces of pods, which come and go. */
const NO_INTERFACES = '^(veth.*|cni.*|lo)$';

/**
 * node_exporter on every node: processors, memory, disks and network of the machine itself.
 *
 * The kubelet would give processors and memory, but neither the free space of a disk nor the network of the machine,
 * and home machines are watched with the same program, so that one dashboard and one rule serve both.
 */
export class NodeMetrics extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const root = Volume.fromHostPath(this, 'Root', 'root', { path: '/', type: HostPathVolumeType.DIRECTORY });
    const { controller } = new Workload(this, 'Workload', {
      name,
      component: 'metrics',
      image: images.nodeExporter,
      user: USER,
      runs: Runs.everyNode(),
      resources: RESOURCES,
      args: [
        `--web.listen-address=:${port}`,
        `--path.rootfs=${HOST}`,
        `--path.procfs=${HOST}/proc`,
        `--path.sysfs=${HOST}/sys`,
        '--collector.disable-defaults',
        ...COLLECTORS.map((collector) => `--collector.${collector}`),
        `--collector.filesystem.mount-points-exclude=${NO_DISKS}`,
        `--collector.netdev.device-exclude=${NO_INTERFACES}`,
      ],
      ports: { http: port },
      metrics: { port: 'http' },
      health: { ready: Check.http('/', port) },
      volumes: { [HOST]: { volume: root, readOnly: true, followsNode: true } },
      node: { network: true, files: true },
    });
    exempt(controller, 'pods-keep-off-the-host', 'measures the network of the node; takes no request but for metrics');
    exempt(controller, 'pods-mount-no-host-path', 'measures the disks of the node; may only read');
  }
}
