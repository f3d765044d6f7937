import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelFrom } from '../../constructs/names.ts';
import { LABEL_LENGTH, WORKLOAD_LENGTH } from '../../kubernetes/names.ts';
import { aName } from '../site/support/names.ts';

/** Any UTF-16 unit, whether a character by itself or not. */
const anyCharacter = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

describe('a label made from any text', () => {
  const most = fc.constantFrom(16, WORKLOAD_LENGTH, LABEL_LENGTH);

  test.each(['grafana', 'a-1', 'x'.repeat(63)])('is %s itself where that is one', (text) => {
    expect(labelFrom(text)).toBe(text);
  });

  test('keeps the beginning of a host and ends in eight letters that stand for all of it', () => {
    expect(labelFrom('grafana.example.org')).toBe('grafana-example-org-ba6dd572');
    expect(labelFrom('grafana.example.org', 16)).toBe('grafana-ba6dd572');
  });

  test('is a label of at most the length that is requested', () => {
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
