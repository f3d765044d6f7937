import type { Path } from '../problem.ts';
import type { Reach } from '../sections/reach.ts';
import type { Site } from '../site.ts';
import { argoCdReach } from './argo-cd-reach.ts';
import type { Reachable } from './reachable.ts';
import { teamReachables } from './teams/reach.ts';

/** Everything in a site that says who reaches it. */
export function reachables(site: Pick<Site, 'home' | 'gitops' | 'teams'>): Reachable[] {
  const services = Object.entries(site.home?.services ?? {});
  const argoCd = argoCdReach(site);
  return [
    ...(argoCd ? [reachable(['gitops'], argoCd, ['none', 'sso'])] : []),
    ...services.map(([name, reach]) => reachable(['home', 'services', name], reach, ['none', 'basic', 'sso'])),
    ...teamReachables(site),
  ];
}

function reachable(path: Path, reach: Reach, guards: Reachable['guards']): Reachable {
  return { path, reach, guards, at: (field) => [...path, field] };
}
