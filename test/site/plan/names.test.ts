import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LABEL_LENGTH, WORKLOAD_LENGTH } from '../../../kubernetes/names.ts';
import { labelFrom, labelName } from '../../../site/plan/names.ts';
import { aName } from '../support/names.ts';

/** Any UTF-16 unit, whether a character by itself or not. */
const anyCharacter = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));

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

describe('a label made from any text', () => {
  const most = fc.constantFrom(16, WORKLOAD_LENGTH, LABEL_LENGTH);

  test.each(['grafana', 'a-1', 'x'.repeat(63)])('is %s itself where that is one', (text) => {
    expect(labelFrom(text)).toBe(text);
  });

  test('keeps the beginning of a host and ends in eight letters that stand for all of it', () => {
    expect(labelFrom('grafana.example.org')).toBe('grafana-example-org-ba6dd572');
    expect(labelFrom('grafana.example.org', 16)).toBe('grafana-ba6dd572');
  });

  test('is a label of at most the length that is asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), most, (text, length) => {
        expect(labelFrom(text, length)).toMatch(LABEL);
        expect(labelFrom(text, length).length).toBeLessThanOrEqual(length);
      }),
    );
  });

  test('differs where the texts differ, even in what was cut off', () => {
    fc.assert(
      fc.property(aName(200), aName(200), most, (one, other, length) => {
        fc.pre(one !== other);
        expect(labelFrom(`${one}.example`, length)).not.toBe(labelFrom(`${other}.example`, length));
        expect(labelFrom(`same-beginning-of-both-${one}`, length)).not.toBe(
          labelFrom(`same-beginning-of-both-${other}`, length),
        );
      }),
    );
  });
});
