import { controllers } from '../../kubernetes/ingress-controllers/index.ts';
import { waitText } from '../fields/waits.ts';
import type { Rule } from './rule.ts';

/** Silence and the first byte are two times only where the controller has two. */
export const controllerTellsWaitsApart: Rule = {
  id: 'controller-tells-waits-apart',
  conflicts: ({ edge: { controller }, home }) => {
    if (controllers[controller].tellsWaitsApart) return [];
    return Object.entries(home?.services ?? {}).flatMap(([name, { timeouts: { idle, answer } = {} }]) => {
      if (!idle || !answer || idle.seconds === answer.seconds) return [];
      const path = ['home', 'services', name, 'timeouts'];
      return {
        path: [...path, 'idle'],
        with: [
          [...path, 'answer'],
          ['edge', 'controller'],
        ],
        rule: `is not ${waitText(answer)} as answer is, and ${controller} has one time for both`,
        fix: 'leave one of the two out, and the other counts for both',
      };
    });
  },
};
