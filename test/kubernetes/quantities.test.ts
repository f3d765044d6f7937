import { describe, expect, test } from 'vitest';
import { bytesText, quantity } from '../../kubernetes/quantities.ts';

describe('a quantity', () => {
  test.each([
    ['1', 1],
    ['100m', 0.1],
    ['1830m', 1.83],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['2e3', 2000],
    ['1E-2', 0.01],
    ['64Mi', 67_108_864],
    ['1.5Gi', 1_610_612_736],
    ['500M', 500_000_000],
    ['2k', 2000],
    ['7E', 7e18],
    ['-1', -1],
    [3, 3],
  ])('%o is %d', (text, number) => {
    expect(quantity(text)).toBe(number);
  });

  test.each(['', 'Mi', '64 Mi', '64MB', '1,5', '64mi', 'NaN', undefined, null, true, {}])('%o is none', (value) => {
    expect(quantity(value)).toBeUndefined();
  });
});

describe('the text of bytes', () => {
  test.each([
    [134_217_728, '128Mi'],
    [2 * 1024 ** 3, '2Gi'],
    [1536 * 1024 ** 2, '1536Mi'],
    [1024 ** 2 + 1, '1Mi'],
  ])('of %d is %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});
