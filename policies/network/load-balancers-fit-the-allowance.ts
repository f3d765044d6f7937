import { beyondTheAllowance } from '../budget/rented.ts';
import type { Policy } from '../policy.ts';

/** There are no more load balancers than the account gives. */
export const loadBalancersFitTheAllowance: Policy = {
  id: 'load-balancers-fit-the-allowance',
  title: 'No kind of load balancer is made more often than the allowance has it.',
  why: 'Each further one costs money every hour, or waits for ever for its address where a quota refuses it.',
  absolute: 'cloud.allowPaid is the way to say why a site may cost',
  check: (context) =>
    beyondTheAllowance(
      context,
      ['flexibleLoadBalancers', 'networkLoadBalancers'],
      () => 'write ClusterIP, and a SecureIngress that shares the load balancer of the edge',
    ),
};
