import type { SignOn } from '../sections/sign-on.ts';
import type { Site } from '../site.ts';
import type { SignOnPlan } from './edge.ts';
import { hostName } from './hosts.ts';

/** Name of the sign-on: of its folder, its Deployment and its Service. */
export const SIGN_ON = 'sign-on';

/** Its namespace: one word, which no team can have in an environment. */
export const SIGN_ON_NAMESPACE = 'signon';

/** Port on which the sign-on listens. */
export const SIGN_ON_PORT = 4180;

/** Headers in which the sign-on tells a service who is there. */
const TOLD = [
  'X-Auth-Request-User',
  'X-Auth-Request-Email',
  'X-Auth-Request-Preferred-Username',
  'X-Auth-Request-Groups',
];

/** Other headers by which services commonly know a user; the sign-on never sets them, so nobody's get through. */
const NEVER_TOLD = [
  'X-Auth-Request-Access-Token',
  'X-Forwarded-User',
  'X-Forwarded-Email',
  'X-Forwarded-Preferred-Username',
  'X-Forwarded-Groups',
  'X-Forwarded-Access-Token',
  'X-Webauth-User',
  'X-Remote-User',
  'Remote-User',
];

/** Headers that reach a service only from the sign-on: the edge removes a client's own of these names. */
export const IDENTITY_HEADERS: readonly string[] = [...TOLD, ...NEVER_TOLD];

/** How the edge asks the sign-on of a site, if there is one. */
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
  return signOn.provider === 'github' ? teams.map((team) => `${signOn.organisation}:${team}`) : [...teams];
}
