import type { ServiceFields } from '../../kubernetes/services.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** The folder of what lets requests in. */
const EDGE = 'edge';

const EXPOSED = new Set(['LoadBalancer', 'NodePort']);

/** There is one way in. */
export const onlyTheEdgeIsExposed: Policy = {
  id: 'only-the-edge-is-exposed',
  title: `No Service outside the folder ${EDGE} is of type LoadBalancer or NodePort or has external addresses.`,
  why:
    'Each load balancer beyond the free one costs money, and what is reached past the edge has neither TLS nor a guard ' +
    'nor limits.',
  check: eachOf<ServiceFields>(['Service'], function* ({ spec = {} }, _, { folder }) {
    if (folder === EDGE) return;
    if (spec.type !== undefined && EXPOSED.has(spec.type)) {
      const fix = 'write ClusterIP, and a SecureIngress for what people are to reach';
      yield { path: ['spec', 'type'], found: spec.type, rule: 'opens a way in beside the edge', fix };
    }
    if (spec.externalIPs?.length) {
      const found = spec.externalIPs.join(', ');
      yield { path: ['spec', 'externalIPs'], found, rule: 'opens a way in beside the edge', fix: 'remove it' };
    }
  }),
};
