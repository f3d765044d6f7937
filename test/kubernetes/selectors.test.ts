import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabelIndex, matches, type Selector, selectorText } from '../../kubernetes/selectors.ts';

const LABELS = { app: 'web', tier: 'front' };

describe('a selector', () => {
  test.each<[Selector, boolean]>([
    [{}, true],
    [{ matchLabels: { app: 'web' } }, true],
    [{ matchLabels: { app: 'web', tier: 'back' } }, false],
    [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }] }, true],
    [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }, false],
    [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, false],
    [{ matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] }, true],
    [{ matchExpressions: [{ key: 'app', operator: 'Exists' }] }, true],
    [{ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
    [{ matchExpressions: [{ key: 'app', operator: 'Gt', values: ['1'] }] }, false],
    [{ matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, true],
  ])('%j chooses app=web, tier=front: %o', (selector, chosen) => {
    expect(matches(selector, LABELS)).toBe(chosen);
  });

  test('reads as kubectl writes it', () => {
    const matchExpressions = [
      { key: 'tier', operator: 'NotIn', values: ['back', 'cache'] },
      { key: 'zone', operator: 'DoesNotExist' },
    ];
    expect(selectorText({ matchLabels: { app: 'web', part: 'shop' }, matchExpressions })).toBe(
      'app=web, part=shop, tier not in (back, cache), zone does not exist',
    );
  });
});

describe('an index of labels', () => {
  const word = fc.constantFrom('a', 'b', 'c');
  const labels = fc.dictionary(word, word, { maxKeys: 3 });
  const item = fc.record({ namespace: word, labels });

  test('finds what a look at everything finds, in the same order', () => {
    fc.assert(
      fc.property(fc.array(item), word, labels, (items, namespace, matchLabels) => {
        const index = new LabelIndex<(typeof items)[number]>((one) => one.labels);
        for (const one of items) index.add(one.namespace, one);
        const slow = items.filter((one) => one.namespace === namespace && matches({ matchLabels }, one.labels));
        expect(index.selected(namespace, { matchLabels })).toEqual(slow);
      }),
    );
  });
});
