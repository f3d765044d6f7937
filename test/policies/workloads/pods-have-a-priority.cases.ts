import { podsHaveAPriority } from '../../../policies/workloads/pods-have-a-priority.ts';
import { aTeam } from '../../support/teams.ts';
import type { Breaking, BreakingPod, PolicyCases } from '../support/cases.ts';
import { inFolder } from '../support/objects.ts';
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

const SHOP = { teams: { shop: aTeam() } };

/** A Deployment of a folder with a class. */
function ranked(folder: string, priorityClassName: string | undefined) {
  return inFolder(folder, aDeployment({ pod: { priorityClassName } }));
}

function misranked(folder: string, found: string, wanted: string): Breaking {
  return {
    site: SHOP,
    objects: [ranked(folder, found)],
    findings: [
      {
        in: 'Deployment shop/web',
        path: 'spec.template.spec.priorityClassName',
        found,
        rule: `is not ${wanted}, the class of the pods in ${folder}`,
        fix: `write ${wanted}`,
      },
    ],
  };
}

export const cases: PolicyCases = {
  policy: podsHaveAPriority,
  accepts: {
    'the class of the platform in its folders': { objects: [ranked('monitoring', 'platform')] },
    'the class of an environment in the folder of a team': {
      site: SHOP,
      objects: [ranked('shop-prod', 'environment-1')],
    },
  },
  refuses: {
    'a team that ranks itself with the platform': misranked('shop-prod', 'platform', 'environment-1'),
    'a team that takes the rank of another environment': misranked('shop-prod', 'environment-2', 'environment-1'),
    'a part of the platform that ranks below it': misranked('monitoring', 'environment-1', 'platform'),
    'a team that states none': {
      site: SHOP,
      objects: [ranked('shop-prod', undefined)],
      findings: [
        {
          in: 'Deployment shop/web',
          path: 'spec.template.spec.priorityClassName',
          found: '',
          rule: 'is missing',
          fix: 'write environment-1',
        },
      ],
    },
  },
  refusesPods: {
    'a pod without one': refusal(undefined, 'is missing'),
    'a pod beside those that keep the cluster alive': refusal(
      'system-cluster-critical',
      'belongs to Kubernetes itself',
    ),
    'a pod beside those that keep the node alive': refusal('system-node-critical', 'belongs to Kubernetes itself'),
  },
};
