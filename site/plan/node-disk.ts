import type { Size } from '../fields/quantities.ts';

const GIGABYTE = 1_000_000_000;
const MEBIBYTE = 1024 * 1024;
const GIBIBYTE = 1024;

/** What the collector of logs keeps on the disk of its node while the log store takes nothing. */
export const WAITING_LOGS: Size = { mebibytes: 512 };

/**
 * Free share of its disk, in percent, below which the kubelet removes images and ends pods.
 *
 * Its default for the file system of images (`imagefs.available`, Kubernetes 1.34 to 1.36), which on a node of OKE is that
 * of everything else (`nodefs.available`: 10). Data of local volumes is never freed by it: once it calls the disk full, it
 * ends pods for nothing and starts no others.
 */
export const PRESSURE_PERCENT = 15;

/**
 * What is free beyond that, in mebibytes, when something happens: everything that writes stops by itself, and somebody is
 * told before anything stops. The last resort comes first.
 */
export const BEFORE_PRESSURE = {
  /** Metrics are no longer kept: what is in memory still has to be written and merged. */
  metrics: 512,

  /** Logs are no longer kept: before metrics, which tell of it, and what then waits on the disk fits in between. */
  logs: 1024 + WAITING_LOGS.mebibytes,

  /** An alert tells of it, and plans leave as much: an hour before logs stop, at 300 KiB a second. */
  alert: 2048 + WAITING_LOGS.mebibytes,
} as const;

/**
 * Partitions beside the root file system, /var/oled and /boot, which nothing gives back: a 50 GB boot volume of OKE's
 * Oracle Linux image has 46.6 GiB and shows 36 GiB as ephemeral storage (kubelet, `status.capacity`).
 */
const OTHER_PARTITIONS = 10_819;

/**
 * What others take of the root file system, all three estimates: the operating system 5 GiB, images 6 GiB, and logs of
 * containers 1 GiB (the kubelet keeps five files of 10 MiB for each, its default; few containers fill them).
 */
const TAKEN = 12 * GIBIBYTE;

/** The root file system of a node with this boot volume, which holds images, logs and local volumes. */
export function rootDisk(bootVolumeGb: number): Size {
  return { mebibytes: Math.floor((bootVolumeGb * GIGABYTE) / MEBIBYTE) - OTHER_PARTITIONS };
}

/** What must be free on the disk of a node with this boot volume, lest something stops, or somebody is told. */
export function keptFree(bootVolumeGb: number, what: keyof typeof BEFORE_PRESSURE): Size {
  const pressure = Math.ceil((rootDisk(bootVolumeGb).mebibytes * PRESSURE_PERCENT) / 100);
  return { mebibytes: pressure + BEFORE_PRESSURE[what] };
}

/** Disk that is left for local volumes on a node with this boot volume, before an alert tells. */
export function diskForVolumes(bootVolumeGb: number): Size {
  const room = rootDisk(bootVolumeGb).mebibytes - keptFree(bootVolumeGb, 'alert').mebibytes - TAKEN;
  return { mebibytes: Math.max(0, room) };
}

/** The smallest boot volume, in whole gigabytes, that leaves this much for local volumes. */
export function bootVolumeFor({ mebibytes }: Size): number {
  const used = mebibytes + TAKEN + BEFORE_PRESSURE.alert;
  const root = Math.ceil((used * 100) / (100 - PRESSURE_PERCENT));
  return Math.ceil(((root + OTHER_PARTITIONS) * MEBIBYTE) / GIGABYTE);
}
