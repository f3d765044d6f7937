import { objectsFitIntoTheCluster } from '../../../policies/references/objects-fit-into-the-cluster.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aConfigMap, anObject } from '../support/objects.ts';

const KIB = 1024;
const annotated = (bytes: number) =>
  anObject('v1', 'ConfigMap', 'web', { metadata: { annotations: { note: 'x'.repeat(bytes - 'note'.length) } } });

export const cases: PolicyCases = {
  policy: objectsFitIntoTheCluster,
  accepts: {
    'a ConfigMap of exactly one mebibyte': {
      objects: [aConfigMap('web', { one: 'x'.repeat(1000 * KIB), two: 'x'.repeat(24 * KIB) })],
    },
    'annotations of exactly a quarter of it': { objects: [annotated(256 * KIB)] },
    'text that is short in characters and just fits in bytes': {
      objects: [aConfigMap('web', { one: 'é'.repeat(512 * KIB) })],
    },
  },
  refuses: {
    'one byte more, spread over several keys': {
      objects: [aConfigMap('web', { one: 'x'.repeat(1000 * KIB), two: 'x'.repeat(24 * KIB + 1) })],
      findings: [
        {
          in: 'ConfigMap shop/web',
          path: 'data',
          found: '1025 KiB in all, most of it in one',
          rule: 'is more than the 1024 KiB that the API server takes',
          fix: 'split it into several, or leave out of it what nobody needs',
        },
      ],
    },
    'binary data': {
      objects: [
        anObject('v1', 'ConfigMap', 'web', { binaryData: { logo: Buffer.alloc(1024 * KIB + 1).toString('base64') } }),
      ],
      findings: [
        {
          in: 'ConfigMap shop/web',
          path: 'data',
          found: '1025 KiB in all',
          rule: 'is more than the 1024 KiB that the API server takes',
          fix: 'split it into several, or leave out of it what nobody needs',
        },
      ],
    },
    annotations: {
      objects: [annotated(256 * KIB + 1)],
      findings: [
        {
          in: 'ConfigMap shop/web',
          path: 'metadata.annotations',
          found: '257 KiB in all',
          rule: 'is more than the 256 KiB that the API server takes',
          fix: 'put what is long into a ConfigMap',
        },
      ],
    },
  },
};
