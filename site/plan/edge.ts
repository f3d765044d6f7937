import type { Site } from '../site.ts';
import { homeNetworks } from './home-networks.ts';
import { type SignOnPlan, signOnPlan } from './sign-on.ts';

/** Name of the class by which Ingresses choose the site's controller, whichever it is. */
export const EDGE_CLASS = 'edge';

/** Label of an Ingress that says who may reach what it leads to: `public` or `home`. */
export const EXPOSURE_LABEL = 'armstead/exposure';

/** What every way from outside into a site has in common: a `SecureIngress` needs nothing else of the site. */
export interface EdgePlan {
  readonly controller: Site['edge']['controller'];

  /** Which Let's Encrypt signs. */
  readonly certificates: Site['certificates'];

  /** Networks whose addresses count as home: home itself and the tunnel; none without a home. */
  readonly homeNetworks: readonly string[];

  /** Where the edge asks whether somebody is signed on; absent without sign-on. */
  readonly signOn?: SignOnPlan;
}

/**
 * What an Ingress can ask for and a controller leaves out without a word, so that it is refused instead.
 *
 * Traefik's documentation of v3.7 lists it under "Unsupported annotations".
 */
export const NOT_HONOURED: Readonly<Record<EdgePlan['controller'], readonly string[]>> = {
  traefik: ['rateExempt', 'blockedSources', 'bandwidth'],
  'ingress-nginx': [],
};

/** The edge of a site. */
export function edgePlan(site: Pick<Site, 'edge' | 'certificates' | 'home' | 'domain' | 'signOn'>): EdgePlan {
  const { edge, certificates, home } = site;
  const signOn = signOnPlan(site);
  return {
    controller: edge.controller,
    certificates,
    homeNetworks: homeNetworks(home),
    ...(signOn && { signOn }),
  };
}

/** Name of the ClusterIssuer for one of Let's Encrypt's two environments. */
export function issuerName(certificates: Site['certificates']): string {
  return `letsencrypt-${certificates}`;
}
