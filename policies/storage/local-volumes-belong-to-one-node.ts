import { STORAGE_NODE } from '../../kubernetes/labels.ts';
import { isLocal, termsText, type VolumeFields } from '../../kubernetes/volumes.ts';
import { nodesWithin } from '../context/nodes.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** The data of a local volume lies on one disk, and its pod goes there and nowhere else. */
export const localVolumesBelongToOneNode: Policy = {
  id: 'local-volumes-belong-to-one-node',
  title: 'The node affinity of a local volume selects exactly one node of the site.',
  why: 'With two nodes to choose from, a restarted pod may find an empty disk on the other one; with none it waits for ever.',
  absolute: 'a volume on two disks is two volumes',
  check: eachOf<VolumeFields>(['PersistentVolume'], (volume, context) => {
    if (!isLocal(volume)) return [];
    const terms = volume.spec?.nodeAffinity?.required ?? {};
    const nodes = nodesWithin(terms, context);
    if (nodes.length === 1) return [];
    const keys = Object.keys(context.plan.cloud.nodes);
    return [
      {
        path: ['spec', 'nodeAffinity'],
        found: termsText(terms),
        rule: faultOf(nodes, terms),
        fix: `write ${STORAGE_NODE} in (${keys[0]})${keys.length > 1 ? `, or another of ${keys.join(', ')}` : ''}`,
      },
    ];
  }),
};

function faultOf(nodes: readonly string[], terms: Parameters<typeof termsText>[0]): string {
  if (termsText(terms) === '') return 'is missing';
  return nodes.length === 0 ? 'selects no node of the site' : `selects the nodes ${nodes.join(', ')}`;
}
