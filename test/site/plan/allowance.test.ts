import { expect, test } from 'vitest';
import { parseSite } from '../../../site/index.ts';
import { demand } from '../../../site/plan/allowance.ts';
import { home, smallest } from '../../fixtures/base.ts';

function demandOf(input: unknown) {
  const parsed = parseSite(input);
  if (!parsed.ok) throw new Error('the site of the test is not sound');
  return demand(parsed.value);
}

test('a site without a home asks for its nodes only', () => {
  expect(demandOf(smallest)).toEqual({ ocpus: 2, memoryGb: 12, storageGb: 50, microInstances: 0 });
});

test('a home adds the gateway with its disk', () => {
  const nodes = { a: { ocpus: 1, memoryGb: 6 }, b: { ocpus: 1, memoryGb: 6, bootVolumeGb: 100 } };
  expect(demandOf({ ...smallest, cloud: { ...smallest.cloud, nodes }, home })).toEqual({
    ocpus: 2,
    memoryGb: 12,
    storageGb: 200,
    microInstances: 1,
  });
});
