import { expect, test } from 'vitest';
import { remembered } from '../../../site/fields/remembered.ts';

test('a text is looked at once, whatever is found of it', () => {
  const seen: string[] = [];
  const find = remembered((text) => {
    seen.push(text);
    return text === 'known' ? 1 : undefined;
  });
  expect([find('known'), find('other'), find('known'), find('other')]).toEqual([1, undefined, 1, undefined]);
  expect(seen).toEqual(['known', 'other']);
});
