import { expect, test } from 'vitest';
import { budgetOf } from '../../policies/budget/index.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';

/** 40 % of the free node: the rest is its user's. */
const MOST = { millicores: 732, memoryMebibytes: 4096 };

test('the platform asks for at most 40 % of the free node, charts and vault included', () => {
  const vault = { backend: 'oci-vault', vault: 'ocid1.vault.oc1.eu-frankfurt-1.abc.def' } as const;
  const site = aSite({ secrets: vault });
  const { platform, parts } = budgetOf(manifestsOfSite(site), site);
  expect(parts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['monitoring', 'node-agents', 'external-secrets']),
  );
  expect(platform.millicores).toBeLessThanOrEqual(MOST.millicores);
  expect(platform.memoryMebibytes).toBeLessThanOrEqual(MOST.memoryMebibytes);
});
