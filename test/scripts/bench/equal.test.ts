import { describe, expect, test } from 'vitest';
import { objectsOf } from '../../../scripts/bench/documents.ts';
import { byName, requireEqual } from '../../../scripts/bench/equal.ts';

const web = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { replicas: 1 },
};
const shop = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };

const objects = (...all: Record<string, unknown>[]) => byName(all.map((object) => ({ folder: '', object })));

describe('sides that are compared', () => {
  test('may write the same objects in any order, with fields in any order', () => {
    const { spec, ...rest } = web;
    requireEqual('ours', objects(web, shop), 'theirs', objects(shop, { spec, ...rest }));
  });

  test('are refused with the object and the field in which they differ', () => {
    const other = { ...web, spec: { replicas: 2 } };
    expect(() => requireEqual('ours', objects(web), 'theirs', objects(other))).toThrow(
      new Error(
        'ours and theirs do not make the same objects\n  apps/v1 Deployment shop/web: spec.replicas is 1, and 2',
      ),
    );
  });

  test('are refused where one has a field or an item that the other has not', () => {
    const list = (...items: string[]) => objects({ ...shop, spec: { finalizers: items } });
    expect(() => requireEqual('ours', list('a', 'b'), 'theirs', list('a'))).toThrow(
      'v1 Namespace shop: spec.finalizers.1 is "b", and absent',
    );
  });

  test('are refused with the objects that only one of them makes', () => {
    expect(() => requireEqual('ours', objects(web), 'theirs', objects(shop))).toThrow(
      new Error(
        'ours and theirs do not make the same objects\n  apps/v1 Deployment shop/web: only ours makes it\n' +
          '  v1 Namespace shop: only theirs makes it',
      ),
    );
  });

  test('are refused with five differences, and the number of the others', () => {
    const many = Array.from({ length: 7 }, (_, index) => ({ ...shop, metadata: { name: `n${index}` } }));
    expect(() => requireEqual('ours', objects(...many), 'theirs', objects())).toThrow(
      /n4: only ours makes it\n {2}and 2 more$/,
    );
  });
});

test('the objects of a text are all of its documents but for empty ones, whatever lines their texts have', () => {
  const text = '---\n# Source: a\nkind: A\ntext: |\n  ---\n  more\n---\n---\nkind: B\n';
  expect(objectsOf(text)).toEqual([{ kind: 'A', text: '---\nmore\n' }, { kind: 'B' }]);
});
