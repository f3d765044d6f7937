import { localVolumesHaveTheirOwnDirectory } from '../../../policies/storage/local-volumes-have-their-own-directory.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aSiteOf } from '../support/site.ts';
import { aVolume, onNodes } from '../support/volumes.ts';

const FIX = 'write a directory of its own';
const at = (name: string, path: string) => aVolume(name, { local: { path } });

export const cases: PolicyCases = {
  policy: localVolumesHaveTheirOwnDirectory,
  accepts: {
    'a directory for each': {
      objects: [at('one', '/data/one'), at('two', '/data/two'), at('three', '/data/one-more')],
    },
    'one path on two nodes': {
      site: aSiteOf('a', 'b'),
      objects: [at('one', '/data'), aVolume('two', { local: { path: '/data' }, nodeAffinity: onNodes(['b']) })],
    },
  },
  refuses: {
    'one directory for two': {
      objects: [at('one', '/data'), at('two', '/data/')],
      findings: [
        {
          in: 'PersistentVolume shop-two',
          path: 'spec.local.path',
          found: '/data',
          rule: 'is the directory of PersistentVolume shop-one too',
          fix: FIX,
        },
      ],
    },
    'one inside the other, whichever comes first': {
      objects: [at('inner', '/data/a/b'), at('outer', '/data')],
      findings: [
        {
          in: 'PersistentVolume shop-inner',
          path: 'spec.local.path',
          found: '/data/a/b',
          rule: 'lies in the directory of PersistentVolume shop-outer',
          fix: FIX,
        },
      ],
    },
  },
};
