import type { KubeObject } from './object.ts';

/** Kind of a load balancer in the words of `edge.loadBalancer`. */
export type LoadBalancerKind = 'flexible' | 'network';

/** The annotation of a Service by which Oracle's controller chooses the kind of load balancer that it makes. */
export const LOAD_BALANCER_TYPE = 'oci.oraclecloud.com/load-balancer-type';

/** What that annotation says for each kind. */
export const TYPE_OF_KIND = { flexible: 'lb', network: 'nlb' } as const satisfies Record<LoadBalancerKind, string>;

/** The kind that the cloud makes for a Service: a network one only where it is requested. */
export function loadBalancerKind({ metadata }: KubeObject): LoadBalancerKind {
  return metadata.annotations?.[LOAD_BALANCER_TYPE] === TYPE_OF_KIND.network ? 'network' : 'flexible';
}
