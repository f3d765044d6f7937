import type { Subject } from '../subject.ts';
import type { PolicyContext } from './context.ts';
import type { ServiceFields } from './services.ts';

/** Kind of a load balancer in the words of `edge.loadBalancer`. */
export type LoadBalancerKind = 'flexible' | 'network';

/** The annotation by which Oracle's controller chooses the kind. */
const TYPE = 'oci.oraclecloud.com/load-balancer-type';

/** Every Service for which the cloud makes a load balancer. */
export function loadBalancerServices(context: PolicyContext): readonly Subject[] {
  return context.ofKind('Service').filter(({ object }) => (object as ServiceFields).spec?.type === 'LoadBalancer');
}

/** The kind that the cloud makes for a Service: a network one only where it is asked for. */
export function loadBalancerKind({ object: { metadata } }: Subject): LoadBalancerKind {
  return metadata.annotations?.[TYPE] === 'nlb' ? 'network' : 'flexible';
}
