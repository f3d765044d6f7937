import { nodesFor } from '../context/nodes.ts';
import { eachPod } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** For every pod there is a node that it can run on. */
export const podsHaveANode: Policy = {
  id: 'pods-have-a-node',
  title: 'For every pod the site has a node with the labels and the local volumes that it requests.',
  why: 'A pod that fits no node waits for ever, and so does everything that Argo CD would sync after it.',
  check: eachPod((pod, context) => {
    if (nodesFor(pod, context).length > 0) return [];
    return [
      {
        path: ['spec'],
        found: `node ${Object.keys(context.plan.cloud.nodes).join(', ')}`,
        rule: 'does not have what nodeSelector, nodeAffinity and the claimed volumes of this pod request together',
        fix: 'write volumes and labels of one node of platform.ts; names of nodes change and must not be used',
      },
    ];
  }),
};
