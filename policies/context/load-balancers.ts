import type { Manifest } from '../../kubernetes/manifest.ts';
import type { ServiceFields } from '../../kubernetes/services.ts';
import type { PolicyContext } from './context.ts';

/** Every Service for which the cloud makes a load balancer. */
export function loadBalancerServices(context: PolicyContext): readonly Manifest[] {
  return context.ofKind('Service').filter(({ object }) => (object as ServiceFields).spec?.type === 'LoadBalancer');
}
