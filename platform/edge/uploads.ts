import type { Bounds } from '../../constructs/workload/index.ts';

/**
 * Disk of the edge: an upload to a service that limits its size is kept there whole before it is passed on.
 *
 * The limit is half of what the disk of the free node has for pods, 33 GiB: many uploads at once end the edge before
 * they end everything.
 */
export const UPLOADS: Bounds = { request: 64, limit: 16_384 };
