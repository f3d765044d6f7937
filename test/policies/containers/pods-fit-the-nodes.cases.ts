import { podsFitTheNodes } from '../../../policies/containers/pods-fit-the-nodes.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aSiteOf } from '../support/site.ts';
import { aDeployment, aWorkload, type WorkloadChange } from '../support/workloads.ts';

const asking = (name: string, cpu: string, replicas = 1, memory = '64Mi'): WorkloadChange => ({
  name,
  container: { resources: { requests: { cpu, memory } } },
  spec: { replicas },
});

const finding = (rule: string, ...lines: readonly string[]) => ({
  in: 'platform.ts',
  path: 'cloud.nodes',
  found: '',
  rule: `${rule}:${lines.map((line) => `\n  ${line}`).join('')}`,
  fix: 'run less, or write larger nodes',
});

/** A node of 2 OCPUs has 1830m for pods, of which those of OKE itself take 300m; one of 1 OCPU has 840m. */
export const cases: PolicyCases = {
  policy: podsFitTheNodes,
  accepts: {
    'what fills the node to the last thousandth of a core': { objects: [aDeployment(asking('web', '1530m'))] },
    'what fits only as long as nothing is replaced, which the budget at the end of the synth tells': {
      objects: [aDeployment(asking('web', '1000m'))],
    },
  },
  refuses: {
    'one thousandth of a core too many': {
      objects: [aDeployment(asking('web', '1531m'))],
      findings: [
        finding(
          'what runs on node a alone requests 1831m CPU, which has 1830m CPU',
          " 300m  264Mi  OKE's own pods",
          '1531m   64Mi  shop',
        ),
      ],
    },
    'replicas whose sum is too large': {
      objects: [aDeployment(asking('web', '400m', 4))],
      findings: [
        finding(
          'what runs on node a alone requests 1900m CPU, which has 1830m CPU',
          " 300m  264Mi  OKE's own pods",
          '1600m  256Mi  shop',
        ),
      ],
    },
    'requests larger than the node': {
      objects: [aDeployment(asking('web', '2'))],
      findings: [
        finding(
          'a pod of shop/web requests 2000m CPU, and its node a has 1830m CPU for pods',
          " 300m  264Mi  OKE's own pods",
          '2000m   64Mi  shop',
        ),
      ],
    },
    'memory that no node has': {
      objects: [aDeployment(asking('web', '10m', 1, '12Gi'))],
      findings: [
        finding(
          'a pod of shop/web requests 12288Mi memory, and its node a has 9992Mi memory for pods',
          ' 10m  12288Mi  shop',
          "300m    264Mi  OKE's own pods",
        ),
      ],
    },
    'a pod that two half nodes have room for together and neither of them alone': {
      objects: [aDeployment(asking('web', '1'))],
      site: aSiteOf('a', 'b'),
      findings: [
        finding(
          'a pod of shop/web requests 1000m CPU, and the largest of its nodes, a, has 840m CPU for pods',
          " 480m  448Mi  OKE's own pods",
          '1000m   64Mi  shop',
        ),
      ],
    },
    'more than both nodes have together': {
      objects: [aDeployment(asking('web', '300m', 5))],
      site: aSiteOf('a', 'b'),
      findings: [
        finding(
          'all pods request 1980m CPU, the nodes have 1680m CPU',
          " 480m  448Mi  OKE's own pods",
          '1500m  320Mi  shop',
        ),
      ],
    },
    'pods that cannot be distributed, although the sums would do': {
      objects: [aDeployment(asking('web', '400m', 3))],
      site: aSiteOf('a', 'b'),
      findings: [
        finding(
          'the pods cannot be distributed over the nodes, although the sums would do',
          " 480m  448Mi  OKE's own pods",
          '1200m  192Mi  shop',
        ),
      ],
    },
    'a pod that no node may run': {
      objects: [aWorkload('Deployment', { pod: { nodeSelector: { 'storage-node': 'z' } } })],
      findings: [finding('no node of the site may run shop/web', "300m  264Mi  OKE's own pods", ' 50m   64Mi  shop')],
    },
  },
};
