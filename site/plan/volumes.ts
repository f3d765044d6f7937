import { SMALLEST_VOLUME } from '../fields/disks.ts';
import type { Size } from '../fields/quantities.ts';
import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';
import { type Owner, PLATFORM } from './owners.ts';

/** One directory on a node's disk that a workload keeps its data in. */
export interface VolumePlan {
  /** Name of the volume and of its claim. */
  readonly name: string;

  /** Key of the node that holds the data. */
  readonly node: string;

  /** Absolute path of the directory on the node. */
  readonly directory: string;

  readonly size: Size;

  /** Numeric user and group to whom the directory belongs. */
  readonly user: number;

  readonly owner: Owner;

  /**
   * Where `platform.ts` states the size, for messages.
   *
   * @default - nowhere: the size is ours
   */
  readonly stated?: Path;
}

/**
 * Users and groups of the processes that keep something. Grafana's is the one that its image has; the other images name
 * none, so the numbers are ours: any but 0.
 */
const USERS = { metrics: 10_001, logs: 10_002, alerts: 10_004, dashboards: 472 } as const;

/** Name of a volume of the platform. */
export type VolumeName = keyof typeof USERS;

/** Every local volume of the platform. */
export function volumes({ cloud, monitoring, storage }: Pick<Site, 'cloud' | 'monitoring' | 'storage'>): VolumePlan[] {
  const node = monitoring.node ?? firstNode(cloud);
  const { disk, logs } = monitoring;
  return [
    volume('metrics', disk, ['monitoring', 'disk']),
    volume('logs', logs.disk, ['monitoring', 'logs', 'disk']),
    // Silences and what has been sent; users, preferences and the plugin for logs: far less than the smallest volume.
    volume('alerts', SMALLEST_VOLUME),
    volume('dashboards', SMALLEST_VOLUME),
  ];

  function volume(name: VolumeName, size: Size, stated?: Path): VolumePlan {
    const directory = `${storage.directory}/${name}`;
    return { name, node, size, user: USERS[name], owner: PLATFORM, directory, ...(stated && { stated }) };
  }
}

/** Key of the node that is named first: what is not told otherwise lives there. */
function firstNode({ nodes }: Site['cloud']): string {
  return Object.keys(nodes)[0] as string;
}

/** A size rounded up to whole gibibytes, for messages. */
export function wholeGibibytes({ mebibytes }: Size): Size {
  return { mebibytes: Math.ceil(mebibytes / 1024) * 1024 };
}
