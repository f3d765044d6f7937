import type { Problem } from '../problem.ts';
import type { Site } from '../site.ts';

/**
 * A rule between fields.
 *
 * It sees the sections whose own fields are sound and stays silent about what it cannot see.
 */
export type Rule = (site: Partial<Site>) => readonly Problem[];
