import { prioritiesAreBelowTheSystem } from '../../../policies/workloads/priorities-are-below-the-system.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { aPriorityClass } from '../support/objects.ts';

const refusal = (value: number | undefined): Breaking => ({
  objects: [aPriorityClass('shop', { value })],
  findings: [
    {
      in: 'PriorityClass shop',
      path: 'value',
      found: `${value ?? 0}`,
      rule: 'is no rank of a pod of yours',
      fix: 'write a number from 1 to 1000000000',
    },
  ],
});

export const cases: PolicyCases = {
  policy: prioritiesAreBelowTheSystem,
  accepts: {
    'the least and the most': {
      objects: [aPriorityClass('least', { value: 1 }), aPriorityClass('most', { value: 1_000_000_000 })],
    },
  },
  refuses: {
    'the value of pods that name none': refusal(0),
    'no value': refusal(undefined),
    'less than what names none': refusal(-5),
    'as much as the pods of Kubernetes have': refusal(2_000_000_000),
    'a class for all pods that name none': {
      objects: [aPriorityClass('shop', { globalDefault: true })],
      findings: [
        {
          in: 'PriorityClass shop',
          path: 'globalDefault',
          found: 'true',
          rule: 'gives this class to pods that name none',
          fix: 'remove it',
        },
      ],
    },
  },
};
