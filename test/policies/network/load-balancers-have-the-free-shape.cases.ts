import { loadBalancersHaveTheFreeShape } from '../../../policies/network/load-balancers-have-the-free-shape.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aService } from '../support/objects.ts';

const SHAPE = 'service.beta.kubernetes.io/oci-load-balancer-shape';
const FREE = { [SHAPE]: 'flexible', [`${SHAPE}-flex-min`]: '10', [`${SHAPE}-flex-max`]: '10' };

const balancer = (annotations: Record<string, string>) => aService('web', { type: 'LoadBalancer' }, { annotations });

const finding = (key: string, found: string, rule: string, free: string) => ({
  in: 'Service shop/web',
  path: `metadata.annotations['${key}']`,
  found,
  rule,
  fix: `write '${free}'`,
});

export const cases: PolicyCases = {
  policy: loadBalancersHaveTheFreeShape,
  accepts: {
    'the flexible shape of 10 Mbps': { objects: [balancer(FREE)] },
    'a network load balancer, which has no shape': {
      objects: [balancer({ 'oci.oraclecloud.com/load-balancer-type': 'nlb' })],
    },
    'a Service inside': { objects: [aService()] },
  },
  refuses: {
    'one that is told nothing': {
      objects: [balancer({})],
      findings: [
        finding(SHAPE, '', 'is missing', 'flexible'),
        finding(`${SHAPE}-flex-min`, '', 'is missing', '10'),
        finding(`${SHAPE}-flex-max`, '', 'is missing', '10'),
      ],
    },
    'more bandwidth than is free': {
      objects: [balancer({ ...FREE, [`${SHAPE}-flex-max`]: '100' })],
      findings: [finding(`${SHAPE}-flex-max`, "'100'", 'is not what is free', '10')],
    },
  },
};
