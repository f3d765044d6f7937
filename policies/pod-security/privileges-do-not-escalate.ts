import { shown } from '../../site/index.ts';
import { eachContainer } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** No process gets more rights than its parent has. */
export const privilegesDoNotEscalate: Policy = {
  id: 'privileges-do-not-escalate',
  title: 'No process of a container can gain rights that its parent lacks.',
  why: 'Without it a program with the set-user-ID bit in the image makes root out of any user.',
  check: eachContainer(({ container: { securityContext } }) => {
    const value = securityContext?.allowPrivilegeEscalation;
    if (value === false) return [];
    return [
      {
        path: ['securityContext', 'allowPrivilegeEscalation'],
        found: shown(value),
        rule: value === undefined ? 'is missing, and then allowed' : 'lets a process become root',
        fix: 'write false',
      },
    ];
  }),
};
