import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesText, canonicalQuantity, quantity } from '../../kubernetes/quantities.ts';

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

describe('the canonical form of a quantity', () => {
  test.each([
    ['1', '1'],
    ['0', '0'],
    ['0Gi', '0'],
    ['0.5', '500m'],
    ['.5', '500m'],
    ['5.', '5'],
    ['+2', '2'],
    ['-0.5', '-500m'],
    ['1000m', '1'],
    ['1500m', '1500m'],
    ['100000u', '100m'],
    ['1000000n', '1m'],
    ['9223372036854775807', '9223372036854775807'],
    ['1000', '1k'],
    ['1500', '1500'],
    ['1000000', '1M'],
    ['1.5k', '1500'],
    ['1024', '1024'],
    ['1024Mi', '1Gi'],
    ['1000Mi', '1000Mi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Ki', '512'],
    ['1023Ki', '1023Ki'],
    ['0.1Ki', '102400m'],
    ['2048Pi', '2Ei'],
    ['128974848000m', '128974848'],
    ['1e3', '1e3'],
    ['10e3', '10e3'],
    ['1E6', '1e6'],
    ['1e-3', '1e-3'],
    ['9E', '9E'],
  ])('of %s is %s', (written, canonical) => {
    expect(canonicalQuantity(written)).toBe(canonical);
  });

  test.each(['', 'Gi', '1GB', '1 Gi', '1gi', '1Ki2', '1,5', 'a', '0.0001', '1u', '9Ei', '1e', '--1', '1e100'])(
    'does not exist for %j',
    (written) => {
      expect(canonicalQuantity(written)).toBeUndefined();
    },
  );

  test('is its own canonical form, and the same amount', () => {
    const unit = fc.constantFrom('', 'm', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'e3', 'e-3');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 7 }),
        fc.integer({ min: 0, max: 3 }),
        unit,
        (whole, digits, suffix) => {
          const written = `${whole / 10 ** digits}${suffix}`;
          const canonical = canonicalQuantity(written) as string;
          fc.pre(canonical !== undefined);
          expect(canonicalQuantity(canonical)).toBe(canonical);
          expect(amount(canonical) / (amount(written) || 1)).toBeCloseTo(whole === 0 ? 0 : 1, 9);
        },
      ),
    );
  });
});

const UNITS: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** The amount, read in the way that rounds. */
function amount(quantity: string): number {
  const unit = /[A-Za-z]+$/.exec(quantity)?.[0] ?? '';
  return Number(quantity.slice(0, quantity.length - unit.length)) * (UNITS[unit] ?? 1);
}
