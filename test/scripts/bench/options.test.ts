import { describe, expect, test } from 'vitest';
import { optionsOf } from '../../../scripts/bench/options.ts';

describe('npm run bench', () => {
  test('compares the site and all sizes, five times each, and keeps nothing unless asked to', () => {
    expect(optionsOf([])).toEqual({
      sizes: [1, 10, 100, 1000, 10_000],
      withSite: true,
      runs: 5,
      write: false,
      check: false,
    });
  });

  test('compares only the sizes that were named', () => {
    expect(optionsOf(['--services', '10', '--services', '20', '--runs', '2', '--check'])).toMatchObject({
      sizes: [10, 20],
      withSite: false,
      runs: 2,
      check: true,
    });
  });

  test.each(['0', '-1', '1.5', 'many', ''])('refuses %j as a number of runs', (text) => {
    expect(() => optionsOf([`--runs=${text}`])).toThrow(`--runs ${text}: write a whole number from 1 on`);
  });

  test('writes the results of the whole benchmark only', () => {
    expect(() => optionsOf(['--write', '--services', '10'])).toThrow(
      '--write is for the whole benchmark: leave --services away',
    );
  });
});
