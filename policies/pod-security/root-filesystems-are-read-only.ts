import { shown } from '../../site/index.ts';
import { eachContainer } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** What runs is what is in the image: nothing is written beside it. */
export const rootFilesystemsAreReadOnly: Policy = {
  id: 'root-filesystems-are-read-only',
  title: 'Every container has a read-only root file system.',
  why: 'What cannot be written cannot be replaced by an intruder, and cannot fill the disk that all pods of a node share.',
  check: eachContainer(({ container: { securityContext } }) => {
    const value = securityContext?.readOnlyRootFilesystem;
    if (value === true) return [];
    return [
      {
        path: ['securityContext', 'readOnlyRootFilesystem'],
        found: shown(value),
        rule: value === undefined ? 'is missing' : 'lets the process write into its own image',
        fix: 'write true, and mount an emptyDir with a sizeLimit where it must write',
      },
    ];
  }),
};
