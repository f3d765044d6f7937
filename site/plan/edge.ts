import type { Site } from '../site.ts';
import { homeNetworks } from './home-networks.ts';
import { type SignOnPlan, signOnPlan } from './sign-on.ts';

/** Name of the class by which Ingresses choose the site's controller, whichever it is. */
export const EDGE_CLASS = 'edge';

/** Names of the ClusterIssuers, by Let's Encrypt's two environments. */
export const ISSUERS: Readonly<Record<Site['certificates'], string>> = {
  staging: 'letsencrypt-staging',
  production: 'letsencrypt-production',
};

/** What every route into a site has in common: a `SecureIngress` needs nothing else of the site. */
export interface EdgePlan {
  readonly controller: Site['edge']['controller'];

  /** Name of the class by which Ingresses choose the controller. */
  readonly ingressClass: string;

  /** Which Let's Encrypt signs. */
  readonly certificates: Site['certificates'];

  /** The same as an issuer of cert-manager; `suffix` is what the names of Secrets with its certificates end in. */
  readonly issuer: { readonly kind: 'ClusterIssuer'; readonly name: string; readonly suffix: string };

  /** Whether browsers are told to come by HTTPS only, for a year: once they trust the issuer. */
  readonly strictTransport: boolean;

  /** Networks whose addresses count as home: home itself and the tunnel; none without a home. */
  readonly homeNetworks: readonly string[];

  /** Where the edge checks whether somebody is signed on; absent without sign-on. */
  readonly signOn?: SignOnPlan;
}

/** The edge of a site. */
export function edgePlan(site: Pick<Site, 'edge' | 'certificates' | 'home' | 'domain' | 'signOn'>): EdgePlan {
  const { edge, certificates, home } = site;
  const signOn = signOnPlan(site);
  return {
    controller: edge.controller,
    ingressClass: EDGE_CLASS,
    certificates,
    issuer: { kind: 'ClusterIssuer', name: ISSUERS[certificates], suffix: certificates },
    strictTransport: certificates === 'production',
    homeNetworks: homeNetworks(home),
    ...(signOn && { signOn }),
  };
}
