import { demandOf } from '../../kubernetes/demand.ts';
import type { Volume } from '../../kubernetes/pod-spec.ts';
import type { Pod } from '../../kubernetes/pods.ts';
import { bytesText, quantity } from '../../kubernetes/quantities.ts';
import { type Problem, shown } from '../../site/index.ts';
import { eachPod } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** What a pod writes into scratch directories counts towards the disk that its containers may use together. */
export const scratchFitsTheLimit: Policy = {
  id: 'scratch-fits-the-limit',
  title: 'Every emptyDir has a size limit, and together they fit into what the pod may use of the disk.',
  why:
    'An emptyDir lies on the disk of the node. Without a limit one process fills it for all; with limits that come to ' +
    'more than those of the containers the kubelet ends the pod before its directories are full.',
  check: eachPod((pod) => [...unlimited(pod), ...overfull(pod)]),
};

/** Those that lie on the disk: what lies in memory counts as memory. */
function scratch({ spec: { volumes = [] } }: Pod) {
  return volumes.flatMap(({ emptyDir }: Volume, index) =>
    emptyDir && emptyDir.medium !== 'Memory' ? [{ index, limit: quantity(emptyDir.sizeLimit), emptyDir }] : [],
  );
}

function unlimited(pod: Pod): Problem[] {
  return scratch(pod)
    .filter(({ limit = 0 }) => limit <= 0)
    .map(({ index, emptyDir }) => ({
      path: ['spec', 'volumes', index, 'emptyDir', 'sizeLimit'],
      found: shown(emptyDir.sizeLimit),
      rule: emptyDir.sizeLimit === undefined ? 'is missing' : 'is no quantity above zero',
      fix: 'write the most that may lie there, such as 64Mi',
    }));
}

function overfull(pod: Pod): Problem[] {
  const directories = scratch(pod).reduce((sum, { limit = 0 }) => sum + limit, 0);
  const limit = demandOf(pod, 'limits', 'ephemeral-storage');
  if (limit === 0 || directories <= limit) return [];
  return [
    {
      path: ['spec', 'volumes'],
      found: `${bytesText(directories)} of scratch directories`,
      rule: `is more than the ${bytesText(limit)} of disk that the containers may use`,
      fix: `raise limits['ephemeral-storage'] of a container by at least ${bytesText(directories - limit)}, or write smaller directories`,
    },
  ];
}
