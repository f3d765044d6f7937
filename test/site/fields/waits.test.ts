import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wait, waitText } from '../../../site/fields/waits.ts';
import { fixOf } from '../support/fix-of.ts';

const any = wait('60s', '1s', '24h');

describe('a time to wait', () => {
  test.each([
    ['2s', 2],
    ['5m', 300],
    ['1h', 3600],
    ['90s', 90],
  ])('%s is %i seconds', (text, seconds) => {
    expect(any.parse(text)).toEqual({ seconds });
  });

  test('comes back from its text as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), (seconds) => {
        expect(any.parse(waitText({ seconds }))).toEqual({ seconds });
      }),
    );
  });

  test.each([
    ['2 seconds', '2s'],
    ['1 hour', '1h'],
    ['5min', '5m'],
    ['1500ms', '2s'],
    ['90', '90s'],
    ['1.5 h', '90m'],
    ['60', '60s'],
  ])('that is meant by %s is %s', (written, meant) => {
    expect(fixOf(any.safeParse(written))).toBe(`write ${meant}`);
  });

  test.each(['0s', '-5s', 's', 'forever', '5d', '1h30m'])('is nothing that %s could mean', (text) => {
    expect(fixOf(any.safeParse(text))).toBe('write a whole number and s, m or h, such as 60s');
  });

  test.each(['1s', '24h'])('may be as short and as long as %s', (text) => {
    expect(any.safeParse(text).success).toBe(true);
  });

  test('is refused beyond', () => {
    expect(fixOf(any.safeParse('25h'))).toBe('write a time from 1s to 24h');
  });
});
