import { podsFitTheNodes } from '../../../policies/containers/pods-fit-the-nodes.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aDeployment, type WorkloadChange } from '../support/workloads.ts';

const asking = (name: string, cpu: string, replicas = 1): WorkloadChange => ({
  name,
  container: { resources: { requests: { cpu, memory: '64Mi' } } },
  spec: { replicas },
});

/** A node of 2 OCPUs has 1830m for pods, of which those of OKE itself take 300m. */
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
        {
          in: 'platform.ts',
          path: 'cloud.nodes',
          found: '',
          rule: 'what runs on node a alone asks for 1831m CPU, which has 1830m CPU',
          fix: 'run less, or write larger nodes; npm run budget shows what asks for what',
        },
      ],
    },
    'replicas whose sum is too large': {
      objects: [aDeployment(asking('web', '400m', 4))],
      findings: [
        {
          in: 'platform.ts',
          path: 'cloud.nodes',
          found: '',
          rule: 'what runs on node a alone asks for 1900m CPU, which has 1830m CPU',
          fix: 'run less, or write larger nodes; npm run budget shows what asks for what',
        },
      ],
    },
  },
};
