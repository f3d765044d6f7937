import type { Path } from '../problem.ts';
import type { Access } from '../sections/access.ts';
import type { Site } from '../site.ts';

/** Something that says who reaches it, and where it says so. */
export interface Accessible {
  readonly path: Path;
  readonly access: Access;
}

/** Everything in a site that says who reaches it. */
export function accessibles({ home }: Pick<Site, 'home'>): Accessible[] {
  return Object.entries(home?.services ?? {}).map(([name, access]) => ({ path: ['home', 'services', name], access }));
}
