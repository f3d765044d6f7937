import type { Site } from '../site.ts';
import type { HostPlan } from './host-plan.ts';
import { hostName } from './hosts.ts';
import type { PlatformHosts } from './platform-hosts.ts';
import { knownHosts } from './repository.ts';

/** How Argo CD gets what is in git into the cluster. */
export interface ArgoCdPlan {
  /** The repository, its branch and the folder with what was synthesized. */
  readonly git: Site['git'];

  /** What a file of known hosts says of the git server; empty where Argo CD knows it. */
  readonly knownHosts: string;

  /** Host that Argo CD takes for its own, published or not. */
  readonly host: string;

  /**
   * Its pages.
   *
   * @default - nobody outside sees them
   */
  readonly pages?: HostPlan;

  /**
   * Where the git host calls, and the Secret that it signs with.
   *
   * @default - Argo CD polls git every two minutes
   */
  readonly webhook?: { readonly host: HostPlan; readonly secret: string };
}

/** How Argo CD is set up for a site. */
export function argoCdPlan(site: Pick<Site, 'domain' | 'git' | 'gitops'>, hosts: PlatformHosts): ArgoCdPlan {
  const { git, gitops } = site;
  return {
    git,
    knownHosts: knownHosts(git),
    host: hostName(site, gitops.host),
    ...(hosts.argoCd && { pages: hosts.argoCd }),
    ...(gitops.webhook && hosts.webhook && { webhook: { host: hosts.webhook, secret: gitops.webhook.secret } }),
  };
}
