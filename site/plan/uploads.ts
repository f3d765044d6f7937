import type { Site } from '../site.ts';

/** Bytes a second of a slow line away from home: 2 Mbps. */
const SLOW_LINE = 2_000_000 / 8;

const MEBIBYTE = 1024 * 1024;

/** Seconds that a client has at least: 8 MiB, what the platform's own hosts take, and as much again. */
const SHORTEST = 60;

/** Seconds that a client has at most: half an hour carries 2 GiB over 10 Mbps, the free flexible load balancer. */
const LONGEST = 1800;

/**
 * How many seconds a client may take to send a request, its body included.
 *
 * A client that says nothing holds a connection for just as long, so it is no longer than the largest upload of the site
 * needs: the longest where a service at home takes any size.
 */
export function uploadSeconds({ home }: Pick<Site, 'home'>): number {
  const sizes = Object.values(home?.services ?? {}).map(({ largestUpload }) => largestUpload?.mebibytes ?? Infinity);
  const needed = Math.max(0, ...sizes.map((mebibytes) => (mebibytes * MEBIBYTE) / SLOW_LINE));
  return Math.ceil(Math.min(LONGEST, Math.max(SHORTEST, needed)));
}
