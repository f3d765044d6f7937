import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';
import { argoCdReach } from './argo-cd-reach.ts';
import type { Reachable } from './reachable.ts';
import { teamReachables } from './teams/reach.ts';

/** Everything in a site that says who reaches it. */
export function reachables(site: Pick<Site, 'home' | 'gitops' | 'teams'>): Reachable[] {
  const services = Object.entries(site.home?.services ?? {});
  const argoCd = argoCdReach(site);
  return [
    ...(argoCd ? [{ ...everywhere(['gitops']), reach: argoCd, guards: ['none', 'sso'] as const }] : []),
    ...services.map(([name, reach]) => ({
      ...everywhere(['home', 'services', name]),
      reach,
      guards: ['none', 'basic', 'sso'] as const,
    })),
    ...teamReachables(site),
  ];
}

/** What is the same in every environment. */
function everywhere(path: Path): Pick<Reachable, 'name' | 'at' | 'differs'> {
  return { name: `${path.at(-1)}`, at: (...inside) => [...path, ...inside], differs: () => false };
}
