import type { Path } from '../problem.ts';
import type { Reach } from '../sections/reach.ts';
import type { Site } from '../site.ts';
import { argoCdReach } from './argo-cd-reach.ts';
import { teamReachables } from './teams/reach.ts';

/** Something that says who reaches it, and where it says so. */
export interface Reachable {
  readonly path: Path;
  readonly reach: Reach;

  /** Guards that may stand in front of it. */
  readonly guards: readonly Guard[];
}

type Guard = NonNullable<Reach['guard']>;

/** Everything in a site that says who reaches it. */
export function reachables(site: Pick<Site, 'home' | 'gitops' | 'teams'>): Reachable[] {
  const services = Object.entries(site.home?.services ?? {});
  const argoCd = argoCdReach(site);
  return [
    ...(argoCd ? [{ path: ['gitops'], reach: argoCd, guards: ['none', 'sso'] as const }] : []),
    ...services.map(([name, reach]) => ({
      path: ['home', 'services', name],
      reach,
      guards: ['none', 'basic', 'sso'] as const,
    })),
    ...teamReachables(site),
  ];
}
