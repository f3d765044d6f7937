import type { Path } from '../problem.ts';
import type { Access } from '../sections/access.ts';
import type { Site } from '../site.ts';
import { gitOpsAccess } from './gitops.ts';

/** Something that says who reaches it, and where it says so. */
export interface Accessible {
  readonly path: Path;
  readonly access: Access;

  /** Guards that may stand in front of it. */
  readonly guards: readonly Guard[];
}

type Guard = NonNullable<Access['guard']>;

/** Everything in a site that says who reaches it. */
export function accessibles(site: Pick<Site, 'home' | 'gitops'>): Accessible[] {
  const services = Object.entries(site.home?.services ?? {});
  const delivery = gitOpsAccess(site);
  return [
    ...(delivery ? [{ path: ['gitops'], access: delivery, guards: ['none', 'sso'] as const }] : []),
    ...services.map(([name, access]) => ({
      path: ['home', 'services', name],
      access,
      guards: ['none', 'basic', 'sso'] as const,
    })),
  ];
}
