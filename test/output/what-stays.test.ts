import { expect, test } from 'vitest';
import { isNamespace, staysText } from '../../output/what-stays.ts';

const path = (name: string) => `cluster/namespace.${name}.yaml`;
const COMMAND = '         npm run status -- --left lists what a cluster has left over, and how to end it\n';

test('a namespace that leaves dist/ is said to stay in the cluster with what it holds', () => {
  expect(staysText([], [path('shop-prod'), 'shop-prod/secret.yaml'], [])).toBe(
    `stays    namespace shop-prod, where there is a cluster, with its Secrets and data\n${COMMAND}`,
  );
});

test('one that comes in the same change may be the same under a new name, and is said to begin empty', () => {
  expect(staysText([path('store-prod'), path('edge')], [path('shop-prod')], [path('edge')])).toBe(
    `stays    namespace shop-prod, where there is a cluster, with its Secrets and data
empty    namespace store-prod, which gets none of that by itself
${COMMAND}`,
  );
});

test('nothing is said while no namespace goes', () => {
  expect(staysText([path('shop-prod')], ['cluster/persistentvolume.x.yaml'], [])).toBe('');
});

test('only a namespace counts as one', () => {
  expect([path('edge'), 'cluster/namespace.yaml', 'monitoring/namespace.edge.yaml'].map(isNamespace)).toEqual([
    true,
    false,
    false,
  ]);
});
