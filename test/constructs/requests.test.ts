import { expect, test } from 'vitest';
import { aSite, manifestsOfSite } from '../support/site.ts';
import { demandOf } from './support/demand.ts';

/** 40 % of the free node: the rest is its user's. */
const MOST = { millicores: 732, mebibytes: 4096 };

test('the platform asks for at most 40 % of the free node, charts and vault included', () => {
  const vault = { backend: 'oci-vault', vault: 'ocid1.vault.oc1.eu-frankfurt-1.abc.def' } as const;
  const { millicores, mebibytes } = demandOf(manifestsOfSite(aSite({ secrets: vault })).map(({ object }) => object));
  expect(millicores).toBeGreaterThan(200);
  expect(mebibytes).toBeGreaterThan(1000);
  expect(millicores).toBeLessThanOrEqual(MOST.millicores);
  expect(mebibytes).toBeLessThanOrEqual(MOST.mebibytes);
});
