import { expect, test } from 'vitest';
import { aSite, manifestsOfSite } from '../support/site.ts';

const HOLDS_DATA = ['PersistentVolume', 'PersistentVolumeClaim', 'StorageClass'];

test('every volume of a site stays, with its claim and its class, when it leaves git', () => {
  const kept = manifestsOfSite(aSite()).filter(({ object }) => HOLDS_DATA.includes(object.kind));
  expect(new Set(kept.map(({ object }) => object.kind))).toEqual(new Set(HOLDS_DATA));
  for (const { object } of kept) {
    expect(object.metadata.annotations, `${object.kind} ${object.metadata.name}`).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      // Else what is kept would leave its Application OutOfSync for ever.
      'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    });
  }
});
