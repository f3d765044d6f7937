import { describe, expect, test } from 'vitest';
import { textOf, writtenFiles } from '../repository/support/files.ts';

/** What no file that people write contains; in two halves, so that this file does not either. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  'work that was left undone': word('TO', 'DO|FIX', 'ME|XX', 'X'),
  'a switched-off check': word(
    'biome-',
    'ignore|@ts-',
    'ignore|@ts-expect-',
    'error|@ts-no',
    'check|eslint-',
    'disable',
  ),
  'a path of one machine': /(^|[^\w.$}])\/(work|farm|root|home\/\w+|Users\/\w+)\//m,
  'a mark of an unresolved merge': /^(<{7}|>{7}) /m,
};

/** Longest README that a newcomer reads to its end, in lines. */
const LONGEST_README = 120;

const written = writtenFiles();

describe('no file that people write contains', () => {
  test.each(Object.entries(FORBIDDEN))('%s', (_, pattern) => {
    expect(written.filter((file) => pattern.test(textOf(file)))).toEqual([]);
  });
});

test('the README has at most 120 lines', () => {
  expect(linesOf('README.md')).toBeLessThanOrEqual(LONGEST_README);
});

test('only CI knows where the control plane of this workplace is', () => {
  const outside = ['..', 'shared'].join('/');
  expect(written.filter((file) => file !== '.ci/run' && textOf(file).includes(`${outside}/`))).toEqual([]);
});

function linesOf(file: string): number {
  return textOf(file).trimEnd().split('\n').length;
}

function word(...halves: readonly string[]): RegExp {
  return new RegExp(`(^|[^\\w-])(${halves.join('')})\\b`);
}
