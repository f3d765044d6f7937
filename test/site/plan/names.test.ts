import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LABEL_LENGTH } from '../../../kubernetes/names.ts';
import { labelName } from '../../../site/plan/names.ts';
import { aName } from '../support/names.ts';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

describe('a name made of parts', () => {
  test('is those parts with hyphens between them', () => {
    expect(labelName('shop', 'prod')).toBe('shop-prod');
  });

  test('is a label whatever the parts, as long as they are as short as the schema has them', () => {
    fc.assert(
      fc.property(fc.array(aName(20), { minLength: 1, maxLength: 3 }), (parts) => {
        const name = labelName(...parts);
        expect(name).toMatch(LABEL);
        expect(name.length).toBeLessThanOrEqual(LABEL_LENGTH);
      }),
    );
  });

  test.each([
    ['is too long', ['a'.repeat(32), 'b'.repeat(32)]],
    ['has nothing in a place', ['shop', '']],
    ['has a capital letter', ['Shop', 'prod']],
  ])('throws where it %s, instead of becoming another name', (_, parts) => {
    const message = `'${parts.join('-')}', made of 2 parts, is not a DNS label of at most 63 characters`;
    expect(() => labelName(...parts)).toThrow(new RangeError(message));
  });
});
