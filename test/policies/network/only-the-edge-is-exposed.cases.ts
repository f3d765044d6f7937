import { onlyTheEdgeIsExposed } from '../../../policies/network/only-the-edge-is-exposed.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { aService, inFolder } from '../support/objects.ts';

const refusal = (type: string): Breaking => ({
  objects: [aService('web', { type })],
  findings: [
    {
      in: 'Service shop/web',
      path: 'spec.type',
      found: type,
      rule: 'opens a way in beside the edge',
      fix: 'write ClusterIP, and a SecureIngress for what people are to reach',
    },
  ],
});

export const cases: PolicyCases = {
  policy: onlyTheEdgeIsExposed,
  accepts: {
    'a Service inside': { objects: [aService(), aService('api', { type: 'ClusterIP' })] },
    'the load balancer of the edge': {
      objects: [inFolder('edge', aService('traefik', { type: 'LoadBalancer', externalIPs: ['203.0.113.10'] }))],
    },
  },
  refuses: {
    'a second load balancer': refusal('LoadBalancer'),
    'a port of every node': refusal('NodePort'),
    'addresses of its own': {
      objects: [aService('web', { externalIPs: ['203.0.113.10', '203.0.113.11'] })],
      findings: [
        {
          in: 'Service shop/web',
          path: 'spec.externalIPs',
          found: '203.0.113.10, 203.0.113.11',
          rule: 'opens a way in beside the edge',
          fix: 'remove it',
        },
      ],
    },
  },
};
