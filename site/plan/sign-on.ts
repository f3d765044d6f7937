import { providerOf } from '../providers/index.ts';
import type { SignOn } from '../sections/sign-on.ts';
import type { Site } from '../site.ts';
import { hostName } from './hosts.ts';
import { IDENTITY_HEADERS } from './identity-headers.ts';

/** Name of the sign-on: of its folder, its Deployment and its Service. */
export const SIGN_ON = 'sign-on';

/** Its namespace: one word, which no team can have in an environment. */
export const SIGN_ON_NAMESPACE = 'signon';

/** Port on which the sign-on listens. */
export const SIGN_ON_PORT = 4180;

/** The site's sign-on, as the edge reaches it. */
export interface SignOnPlan {
  /** Address inside the cluster that answers 202 for who is signed on, else 401 or 403. */
  readonly check: string;

  /** Address outside at which a browser signs on; the edge adds where it came from. */
  readonly signIn: string;

  /** Headers of the answer that are passed on to the service. A client's own headers of these names are dropped. */
  readonly headers: readonly string[];
}

/** How the edge reaches the sign-on of a site, if there is one. */
export function signOnPlan(site: Pick<Site, 'domain' | 'signOn'>): SignOnPlan | undefined {
  if (!site.signOn) return undefined;
  return {
    check: `http://${SIGN_ON}.${SIGN_ON_NAMESPACE}.svc.cluster.local:${SIGN_ON_PORT}/oauth2/auth`,
    signIn: `https://${hostName(site, site.signOn.host)}/oauth2/start`,
    headers: IDENTITY_HEADERS,
  };
}

/** Teams as the provider names them: GitHub states `organisation:team`. */
export function groupsOf(signOn: SignOn, teams: readonly string[]): string[] {
  return [...providerOf(signOn).groups(signOn, teams)];
}
