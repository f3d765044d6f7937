import { podsHaveAPriority } from '../../../policies/workloads/pods-have-a-priority.ts';
import type { BreakingPod, PolicyCases } from '../support/cases.ts';
import { aDeployment } from '../support/workloads.ts';

const refusal = (priorityClassName: string | undefined, rule: string): BreakingPod => ({
  change: { pod: { priorityClassName } },
  findings: [
    {
      path: 'spec.priorityClassName',
      found: priorityClassName ?? '',
      rule,
      fix: 'write platform, or the class of the environment (site/plan/priorities.ts)',
    },
  ],
});

export const cases: PolicyCases = {
  policy: podsHaveAPriority,
  accepts: {
    'the class of the platform': { objects: [aDeployment({ pod: { priorityClassName: 'platform' } })] },
    'the class of an environment': { objects: [aDeployment({ pod: { priorityClassName: 'environment-2' } })] },
  },
  refuses: {},
  refusesPods: {
    'a pod without one': refusal(undefined, 'is missing'),
    'a pod beside those that keep the cluster alive': refusal(
      'system-cluster-critical',
      'belongs to Kubernetes itself',
    ),
    'a pod beside those that keep the node alive': refusal('system-node-critical', 'belongs to Kubernetes itself'),
  },
};
