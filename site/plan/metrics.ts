import type { Size, Span } from '../fields/quantities.ts';

/** What one small site records: cluster, node, edge, and a few machines at home, scraped every 30 seconds. */
const SERIES = 20_000;
const SCRAPE_SECONDS = 30;

/**
 * Bytes on disk for one sample.
 *
 * VictoriaMetrics states 0.4 to 1 byte for production data (docs.victoriametrics.com, "Capacity planning").
 */
const BYTES_PER_SAMPLE = 0.8;

/** Part of the disk that stays free: VictoriaMetrics needs 20 % for background merges (same page). */
const FREE_SHARE = 0.2;

const BYTES_PER_MEBIBYTE = 1024 * 1024;

/** Disk that metrics of this span need, the free part included. */
export function diskForMetrics({ hours }: Span): Size {
  return { mebibytes: Math.ceil((hours * mebibytesPerHour()) / (1 - FREE_SHARE)) };
}

/** The longest span, in whole days, whose metrics fit on a disk. */
export function spanForDisk({ mebibytes }: Size): Span {
  const hours = (mebibytes * (1 - FREE_SHARE)) / mebibytesPerHour();
  return { hours: Math.floor(hours / 24) * 24 };
}

function mebibytesPerHour(): number {
  return ((SERIES / SCRAPE_SECONDS) * 3600 * BYTES_PER_SAMPLE) / BYTES_PER_MEBIBYTE;
}
