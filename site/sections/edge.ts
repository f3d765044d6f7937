import { object } from '../fields/object.ts';
import { oneOf } from '../fields/text.ts';

/** How requests from outside get in. */
export interface EdgeInput {
  /**
   * The ingress controller. `ingress-nginx` is retired upstream since March 2026; choose it only if you already run it.
   *
   * @default traefik
   */
  readonly controller?: 'traefik' | 'ingress-nginx';

  /**
   * The load balancer: `network` keeps the client's address, `flexible` is limited to 10 Mbps; one of each is free.
   *
   * @default network
   */
  readonly loadBalancer?: 'network' | 'flexible';
}

export const edgeSchema = object("{ controller: 'traefik' }", {
  controller: oneOf('traefik', 'ingress-nginx').default('traefik'),
  loadBalancer: oneOf('network', 'flexible').default('network'),
});
