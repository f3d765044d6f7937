import { describe, expect, test } from 'vitest';
import { goString } from '../../../site/fields/go-string.ts';
import { alertTemplate } from '../../../site/fields/go-template/index.ts';
import { promql } from '../../../site/fields/promql.ts';
import * as queries from './vmalert/queries.ts';
import * as templates from './vmalert/templates.ts';

/** That vmalert gives the same verdicts is shown in `test/programs/verdicts.test.ts`. */
describe('what vmalert reads', () => {
  test.each(templates.good)('is taken as a summary: %s', (text) => {
    expect(alertTemplate.breach(text)).toBeUndefined();
  });

  test.each([...templates.bad, ...templates.strict])('is refused as a summary: %s', (text) => {
    expect(alertTemplate.breach(text)).toEqual({
      rule: expect.stringMatching(/^is a template /),
      fix: expect.anything(),
    });
  });

  test.each(queries.good)('is taken as a query: %s', (text) => {
    expect(promql.breach(text)).toBeUndefined();
  });

  test.each([...queries.bad, ...queries.strict])('is refused as a query: %s', (text) => {
    expect(promql.breach(text)).toEqual({
      rule: expect.stringMatching(/^(holds .+, which vmalert does not take|is not PromQL: it ends too early)$/s),
      fix: expect.anything(),
    });
  });
});

test.each([
  ['"a"', 'a'],
  ['`a\\n`', 'a\\n'],
  ['"\\u00e9\\x41\\101\\n\\"\\U0001F600"', 'éA\n"\u{1f600}'.replace('A\n', 'AA\n')],
  ['"a', undefined],
  ['"', undefined],
  ['"\\q"', undefined],
  ['"\\\'"', undefined],
  ['"\\ud800"', undefined],
  ['"a\nb"', undefined],
  ["'a'", undefined],
])('a string of Go, %s, is read as Go reads it', (literal, value) => {
  expect(goString(literal)).toBe(value);
});
