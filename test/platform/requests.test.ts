import { expect, test } from 'vitest';
import { budgetOf } from '../../policies/budget/index.ts';
import { aPlan, manifestsOfPlan } from '../support/site.ts';

test('the platform requests at most two fifths of the free node, charts and vault included', () => {
  const vault = { backend: 'oci-vault', vault: 'ocid1.vault.oc1.eu-frankfurt-1.abc.def' } as const;
  const plan = aPlan({ secrets: vault });
  const { platform, platformLimit, parts } = budgetOf(manifestsOfPlan(plan), plan);
  expect(parts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['monitoring', 'node-agents', 'external-secrets']),
  );
  expect(Math.floor(platformLimit.millicores)).toBe(732);
  expect(platform.millicores).toBeLessThanOrEqual(platformLimit.millicores);
  expect(platform.memoryMebibytes).toBeLessThanOrEqual(platformLimit.memoryMebibytes);
});
