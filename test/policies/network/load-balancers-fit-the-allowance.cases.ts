import { loadBalancersFitTheAllowance } from '../../../policies/network/load-balancers-fit-the-allowance.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anObject, aService } from '../support/objects.ts';

const NETWORK = { 'oci.oraclecloud.com/load-balancer-type': 'nlb' };

const balancer = (name: string, annotations: Record<string, string> = {}) =>
  aService(name, { type: 'LoadBalancer' }, { annotations });

const beyond = (kind: 'flexible' | 'network', lines: readonly string[]) => ({
  in: 'platform.ts',
  path: `cloud.allowance.${kind}LoadBalancers`,
  found: `${kind} load balancers: ${lines.length}`,
  rule: `in all, ${lines.length - 1} more than the allowance of 1:${lines.map((line) => `\n  1  ${line}`).join('')}`,
  fix: 'write ClusterIP, and a SecureIngress that shares the load balancer of the edge, or what your account gives here, or why it may cost in cloud.allowPaid',
});

const three = [balancer('web'), balancer('games', NETWORK), balancer('mail')];

export const cases: PolicyCases = {
  policy: loadBalancersFitTheAllowance,
  accepts: {
    'one of each kind': { objects: [balancer('web'), balancer('games', NETWORK), aService('inside')] },
    'three where the account gives them': {
      objects: three,
      site: { cloud: { region: 'eu-frankfurt-1', nodes: { a: {} }, allowance: { flexibleLoadBalancers: 2 } } },
    },
    'three where the site says why it may cost': {
      objects: three,
      site: { cloud: { region: 'eu-frankfurt-1', nodes: { a: {} }, allowPaid: 'mail has its own address' } },
    },
  },
  refuses: {
    'three load balancers': {
      objects: three,
      findings: [beyond('flexible', ['Service shop/web', 'Service shop/mail'])],
    },
    'two of each kind': {
      objects: [...three, balancer('voice', NETWORK)],
      findings: [
        beyond('flexible', ['Service shop/web', 'Service shop/mail']),
        beyond('network', ['Service shop/games', 'Service shop/voice']),
      ],
    },
    'one that a Helm chart declares beside one of ours': {
      objects: [
        balancer('web', NETWORK),
        anObject('argoproj.io/v1alpha1', 'Application', 'queue', {
          metadata: { annotations: { 'armstead/rents': JSON.stringify({ loadBalancers: ['network'] }) } },
        }),
      ],
      findings: [beyond('network', ['Service shop/web', 'a load balancer of the chart queue'])],
    },
  },
};
