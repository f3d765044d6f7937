import type { Site } from '../site.ts';
import { type VolumePlan, volumes } from './volumes.ts';

/** What lies on the disks of the nodes. */
export interface StoragePlan {
  /** Directory on each node below which all volumes lie. */
  readonly directory: string;
  readonly volumes: readonly VolumePlan[];

  /** Directory in which the collector of logs remembers how far it has read. */
  readonly logPositions: string;
}

/** The disks of a site. */
export function storagePlan(site: Pick<Site, 'cloud' | 'monitoring' | 'storage'>): StoragePlan {
  const { directory } = site.storage;
  return { directory, volumes: volumes(site), logPositions: `${directory}/log-positions` };
}
