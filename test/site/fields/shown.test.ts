import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shown } from '../../../site/fields/shown.ts';

/** Any UTF-16 unit, whether a character by itself or not. */
const anyCharacter = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));

const circle: { self?: unknown } = {};
circle.self = circle;

describe('what a report shows of a value', () => {
  test.each([
    ['192.168.4.1/22', '192.168.4.1/22'],
    ['Home Lab', 'Home Lab'],
    ['höfe.example', 'höfe.example'],
    [2, '2'],
    [Number.NaN, 'NaN'],
    [true, 'true'],
    [null, 'null'],
    [10n, '10n'],
    [['a', 'b'], "[ 'a', 'b' ]"],
    [{ share: 60 }, '{ share: 60 }'],
  ])('is what the user wrote, $1', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  test('is nothing where there is nothing', () => {
    expect(shown(undefined)).toBe('');
  });

  test.each(['', '2', ' 1e3', 'true', 'null', 'undefined', 'NaN', '[]', "'quoted'"])(
    'has quotes around the text %j, which could be taken for something else',
    (text) => {
      expect(shown(text)).toBe(`'${text}'`);
    },
  );

  test.each([
    ['example\u200b.org', "'example\\u{200b}.org'"],
    ['example.org ', "'example.org '"],
    ['two\nlines', "'two\\u{a}lines'"],
    ['\u00a0example.org', "'\\u{a0}example.org'"],
    ['\u001b[31mred', "'\\u{1b}[31mred'"],
  ])('makes visible what one cannot see in %j', (text, visible) => {
    expect(shown(text)).toBe(visible);
  });

  test.each([
    [() => 1, 'a function'],
    [class Site {}, 'a function'],
    [Symbol('name'), 'Symbol(name)'],
    [circle, '<ref *1> { self: [Circular *1] }'],
    [
      {
        toJSON: () => {
          throw new Error('no');
        },
      },
      '{ toJSON: [Function: toJSON] }',
    ],
    [new Error('first line\nsecond line'), 'Error: first line'],
  ])('copes with values that no file of data holds', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  test('is one line of at most 60 characters, none of them invisible, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything({ withBigInt: true, withDate: true, withMap: true }), fc.string({ unit: anyCharacter })),
        (value) => {
          expect(shown(value)).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]{0,60}$/u);
        },
      ),
    );
  });
});
