import { Size, SizeRoundingBehavior } from 'cdk8s';
import type { Volume } from 'cdk8s-plus-27';

/** A volume and the user to whom its directory belongs. */
export interface OwnedVolume {
  /** The volume, as cdk8s-plus has it. */
  readonly volume: Volume;

  /** Numeric user and group. */
  readonly owner: number;

  /** How much may lie on it. */
  readonly size: Size;
}

/** The volumes of the parts that keep something. */
export interface MonitoringStorage {
  /** Of the metrics: by far the most. */
  readonly metrics: OwnedVolume;

  /** Of the logs. */
  readonly logs: OwnedVolume;

  /** Of the alerts: which are silenced, and of which somebody has been told. */
  readonly alerts: OwnedVolume;

  /** Of Grafana: its users, and dashboards that somebody has made by hand. */
  readonly dashboards: OwnedVolume;
}

/** Makes the volume of a part that keeps something, by its name. */
export type StorageOf = (part: keyof MonitoringStorage) => OwnedVolume;

/** The volumes of all parts that keep something. */
export function volumesFrom(storage: MonitoringStorage | StorageOf): MonitoringStorage {
  if (typeof storage !== 'function') return storage;
  return {
    metrics: storage('metrics'),
    logs: storage('logs'),
    alerts: storage('alerts'),
    dashboards: storage('dashboards'),
  };
}

/** A share of a volume, in whole mebibytes. */
export function shareOf({ size }: OwnedVolume, share: number): Size {
  return Size.mebibytes(Math.floor(size.toMebibytes({ rounding: SizeRoundingBehavior.FLOOR }) * share));
}
