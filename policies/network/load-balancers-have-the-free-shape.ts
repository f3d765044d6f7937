import { loadBalancerKind } from '../../kubernetes/load-balancers.ts';
import type { ServiceFields } from '../../kubernetes/services.ts';
import { shown } from '../../site/index.ts';
import { ALWAYS_FREE } from '../../site/plan/index.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

const SHAPE = 'service.beta.kubernetes.io/oci-load-balancer-shape';
const { amount: FREE_MBPS } = ALWAYS_FREE.loadBalancerMbps;

/** What must stand in the annotations of a Service with a flexible load balancer (Oracle, "Load Balancer Annotations"). */
const FREE_SHAPE: Readonly<Record<string, string>> = {
  [SHAPE]: 'flexible',
  [`${SHAPE}-flex-min`]: `${FREE_MBPS}`,
  [`${SHAPE}-flex-max`]: `${FREE_MBPS}`,
};

/** A flexible load balancer has the one bandwidth that is free. */
export const loadBalancersHaveTheFreeShape: Policy = {
  id: 'load-balancers-have-the-free-shape',
  title: `A load balancer that is not a network one states the flexible shape of ${FREE_MBPS} Mbps.`,
  why: 'Told nothing, the cloud makes one of a fixed shape of 100 Mbps, which is not free.',
  check: eachOf<ServiceFields>(['Service'], function* (object) {
    const { spec, metadata } = object;
    if (spec?.type !== 'LoadBalancer' || loadBalancerKind(object) === 'network') return;
    for (const [key, free] of Object.entries(FREE_SHAPE)) {
      const found = metadata.annotations?.[key];
      if (found === free) continue;
      const rule = found === undefined ? 'is missing' : 'is not what is free';
      yield { path: ['metadata', 'annotations', key], found: shown(found), rule, fix: `write '${free}'` };
    }
  }),
};
