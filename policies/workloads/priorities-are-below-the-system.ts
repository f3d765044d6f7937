import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

interface PriorityClassFields {
  readonly value?: number;
  readonly globalDefault?: boolean;
}

/** The most that Kubernetes takes for a class that is not its own. */
const MOST = 1_000_000_000;

/** A priority class is nobody's by accident and above nothing that Kubernetes needs. */
export const prioritiesAreBelowTheSystem: Policy = {
  id: 'priorities-are-below-the-system',
  title: 'A priority class has a value above 0 and of at most a billion, and is not the default of all pods.',
  why:
    'Above a billion are the pods of Kubernetes itself, and the API server refuses the class; at 0 are pods that name none; ' +
    'a default would rank pods whose owner never said so.',
  check: eachOf<PriorityClassFields>(['PriorityClass.scheduling.k8s.io'], function* ({ value = 0, globalDefault }) {
    if (value <= 0 || value > MOST) {
      const fix = `write a number from 1 to ${MOST}`;
      yield { path: ['value'], found: `${value}`, rule: 'is no rank of a pod of yours', fix };
    }
    if (globalDefault) {
      const rule = 'gives this class to pods that name none';
      yield { path: ['globalDefault'], found: 'true', rule, fix: 'remove it' };
    }
  }),
};
