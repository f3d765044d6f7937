import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocatable } from '../../../site/plan/allocatable.ts';

describe('what a node has for pods', () => {
  test.each([
    ['the whole free allowance', { ocpus: 2, memoryGb: 12 }, { millicores: 1830, mebibytes: 9992 }],
    ['a half of it', { ocpus: 1, memoryGb: 6 }, { millicores: 840, mebibytes: 4360 }],
    ['the older free allowance', { ocpus: 4, memoryGb: 24 }, { millicores: 3815, mebibytes: 21_256 }],
    ['a size that Oracle states', { ocpus: 3, memoryGb: 16 }, { millicores: 2820, mebibytes: 13_576 }],
    ['the largest', { ocpus: 76, memoryGb: 472 }, { millicores: 75_632, mebibytes: 466_306 }],
  ])('%s', (_, node, { millicores, mebibytes }) => {
    expect(allocatable(node)).toEqual({ millicores, memory: { mebibytes } });
  });

  test('is at most what nodes of the free allowance showed: 1830m and 10Gi, and 840m and 4400Mi for one half', () => {
    expect(allocatable({ ocpus: 2, memoryGb: 12 }).memory.mebibytes).toBeLessThanOrEqual(10 * 1024);
    expect(allocatable({ ocpus: 1, memoryGb: 6 }).memory.mebibytes).toBeLessThanOrEqual(4400);
  });

  test('grows with the node, and never to more than the node has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 75 }), fc.integer({ min: 6, max: 471 }), (ocpus, memoryGb) => {
        const node = allocatable({ ocpus, memoryGb });
        const larger = allocatable({ ocpus: ocpus + 1, memoryGb: memoryGb + 1 });
        expect(node.millicores).toBeGreaterThan(0);
        expect(larger.millicores).toBeGreaterThan(node.millicores);
        expect(node.millicores).toBeLessThan(ocpus * 1000);
        expect(larger.memory.mebibytes).toBeGreaterThan(node.memory.mebibytes);
        expect(node.memory.mebibytes).toBeLessThan(memoryGb * 1024);
      }),
    );
  });
});
