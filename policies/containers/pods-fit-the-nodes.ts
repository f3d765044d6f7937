import { verdictOf } from '../budget/verdict-of.ts';
import type { Policy } from '../policy.ts';

/** Every pod finds a node, in some order at least. */
export const podsFitTheNodes: Policy = {
  id: 'pods-fit-the-nodes',
  title: 'Every pod finds a node that has what it asks for.',
  why: 'A pod that no node has room for waits for ever, and which one it is, chance decides.',
  absolute: 'what is not there cannot be excepted',
  check: (context) => {
    const { word, reason } = context.fact(verdictOf);
    if (word !== 'does not fit') return [];
    return [
      {
        path: ['cloud', 'nodes'],
        found: '',
        rule: reason,
        fix: 'run less, or write larger nodes; npm run budget shows what asks for what',
      },
    ];
  },
};
