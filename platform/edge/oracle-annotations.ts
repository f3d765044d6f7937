import { LOAD_BALANCER_TYPE, TYPE_OF_KIND } from '../../kubernetes/load-balancers.ts';
import type { LoadBalancerPlan } from '../../site/plan/index.ts';

type Annotations = Readonly<Record<string, string>>;

/** What a flexible load balancer may carry for nothing, in megabits a second. */
const FREE_MEGABITS = '10';

const NETWORK = 'oci-network-load-balancer.oraclecloud.com';
const FLEXIBLE = 'service.beta.kubernetes.io/oci-load-balancer';

/**
 * What Oracle's controller reads on the Service of a load balancer, from its documentation of v1.35 ("Load Balancer
 * Annotations").
 *
 * The security rules belong to the infrastructure: told `None`, the cloud edits no security list behind its back.
 */
export function oracleAnnotations(plan: LoadBalancerPlan): Annotations {
  const kind = plan.kind === 'network' ? network(plan) : flexible(plan);
  return plan.announcedAlways ? { ...kind, ...THROUGH_THE_LOAD_BALANCER } : kind;
}

/**
 * Pods that call the load balancer's address go through it. By default (`VIP`) the node sends them straight to the
 * controller, which then misses the announcement that only the load balancer makes. From Kubernetes 1.30.
 */
const THROUGH_THE_LOAD_BALANCER: Annotations = { 'oci.oraclecloud.com/ingress-ip-mode': 'proxy' };

function network({ internal, clientAddress, cloud }: LoadBalancerPlan): Annotations {
  return {
    [LOAD_BALANCER_TYPE]: TYPE_OF_KIND.network,
    [`${NETWORK}/security-list-management-mode`]: 'None',
    [`${NETWORK}/is-preserve-source`]: `${clientAddress === 'kept'}`,
    ...(clientAddress === 'announced' && { [`${NETWORK}/is-ppv2-enabled`]: 'true' }),
    ...(internal ? { [`${NETWORK}/internal`]: 'true' } : { [`${NETWORK}/external-ip-only`]: 'true' }),
    ...(cloud && {
      [`${NETWORK}/subnet`]: cloud.subnet,
      [`${NETWORK}/oci-network-security-groups`]: cloud.securityGroup,
    }),
  };
}

/** The default shape of a flexible load balancer costs money, so the free one is always stated. */
function flexible({ internal, clientAddress, cloud }: LoadBalancerPlan): Annotations {
  return {
    [LOAD_BALANCER_TYPE]: TYPE_OF_KIND.flexible,
    [`${FLEXIBLE}-shape`]: 'flexible',
    [`${FLEXIBLE}-shape-flex-min`]: FREE_MEGABITS,
    [`${FLEXIBLE}-shape-flex-max`]: FREE_MEGABITS,
    [`${FLEXIBLE}-security-list-management-mode`]: 'None',
    ...(clientAddress === 'announced' && { [`${FLEXIBLE}-connection-proxy-protocol-version`]: '2' }),
    ...(internal && { [`${FLEXIBLE}-internal`]: 'true' }),
    ...(cloud && {
      [`${FLEXIBLE}-subnet1`]: cloud.subnet,
      'oci.oraclecloud.com/oci-network-security-groups': cloud.securityGroup,
    }),
  };
}
