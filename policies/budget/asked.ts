import type { Asked, Item } from '../../site/plan/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { type LoadBalancerKind, loadBalancerKind, loadBalancerServices } from '../context/load-balancers.ts';
import { nameOf } from '../subject.ts';
import { blockVolumes } from './block-volumes.ts';
import { rentedByCharts } from './rented-by-charts.ts';

/** Everything that a site asks of its account: its infrastructure, and what its objects have the cloud make. */
export function askedOf(context: PolicyContext): Asked {
  const planned = context.plan.rented;
  return {
    ...planned,
    storageGb: [...planned.storageGb, ...blockVolumes(context)],
    flexibleLoadBalancers: loadBalancers('flexible', context),
    networkLoadBalancers: loadBalancers('network', context),
  };
}

/** Those of the plan are among the objects. */
function loadBalancers(kind: LoadBalancerKind, context: PolicyContext): Item[] {
  const services = loadBalancerServices(context).filter((service) => loadBalancerKind(service) === kind);
  const ofCharts = rentedByCharts(context).flatMap(({ chart, loadBalancers: kinds }) =>
    kinds.filter((one) => one === kind).map(() => ({ what: `a load balancer of the chart ${chart}`, amount: 1 })),
  );
  return [...services.map((service) => ({ what: nameOf(service), amount: 1 })), ...ofCharts];
}
