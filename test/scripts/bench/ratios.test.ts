import { describe, expect, test } from 'vitest';
import type { Comparison, Figures } from '../../../scripts/bench/comparison.ts';
import { goalsText } from '../../../scripts/bench/goals.ts';
import { losses, ratiosOf } from '../../../scripts/bench/ratios.ts';
import { replaced } from '../../../scripts/bench/record.ts';
import { comparisonText } from '../../../scripts/bench/report.ts';
import { titleOf } from '../../../scripts/bench/workloads/services.ts';

const exactly = (value: number) => ({ middle: value, least: value, most: value });

function figures(name: string, wall: number, ratio: number): Figures {
  return { name, wall: exactly(wall), cpu: exactly(wall), ratio: exactly(ratio), memory: 128, files: 7, bytes: 4200 };
}

function aComparison(services: number, wall: number): Comparison {
  return {
    title: titleOf(services),
    services,
    figures: [figures('armstead', wall, 1), figures('helm', 2, wall / 2)],
    left: [],
  };
}

describe('ratios', () => {
  test('are kept by names that say what was compared, with the memory of the first side and the growth', () => {
    expect(ratiosOf([aComparison(1000, 1), aComparison(10_000, 12)])).toEqual({
      '1,000 services, 6,000 objects: armstead / helm': 0.5,
      '1,000 services, 6,000 objects: peak MiB': 128,
      '10,000 services, 60,000 objects: armstead / helm': 6,
      '10,000 services, 60,000 objects: peak MiB': 128,
      'time for a service, of 10,000 / of 1,000': expect.closeTo(1.2, 10),
    });
  });

  test('warn of a loss of more than a fifth, and of no smaller one', () => {
    expect(losses({ a: 1, b: 1, c: 1 }, { a: 1.19, b: 1.5, c: 0.5 })).toEqual([
      'warning: b is 1.50, was 1.00: a loss of 50 %\n',
    ]);
  });

  test('are compared only where both runs have them', () => {
    expect(losses({ gone: 1 }, { young: 9 })).toEqual([]);
  });
});

test('every goal that was measured says whether it is met', () => {
  expect(
    goalsText({
      'time for a service, of 10,000 / of 1,000': 1.25,
      '1,000 services, 6,000 objects: peak MiB': 260,
      other: 1,
    }),
  ).toBe(
    `### Goals

|                                          | at most | measured | met |
| ---------------------------------------- | ------: | -------: | --: |
| time for a service, of 10,000 / of 1,000 |    1.30 |     1.25 | yes |
| 1,000 services, 6,000 objects: peak MiB  |     250 |      260 |  no |
`,
  );
});

test('a comparison names its sides, and those that did not run with the reason', () => {
  const comparison = { ...aComparison(10, 1), left: [{ name: 'kubectl kustomize', missing: 'kubectl is missing' }] };
  expect(comparisonText(comparison)).toBe(
    `### 10 services, 60 objects

|          |           wall s |            CPU s | peak MiB | files |  kB | ratio |
| -------- | ---------------: | ---------------: | -------: | ----: | --: | ----: |
| armstead | 1.00 (1.00-1.00) | 1.00 (1.00-1.00) |      128 |     7 |   4 |       |
| helm     | 2.00 (2.00-2.00) | 2.00 (2.00-2.00) |      128 |     7 |   4 | 0.500 |

Not run: kubectl kustomize; kubectl is missing.
`,
  );
});

test('results take the place of the last ones in the document, and of nothing else', () => {
  const document = (results: string) =>
    `# Before\n<!-- written by npm run bench -- --write -->\n${results}<!-- end of what it writes -->\nafter\n`;
  expect(replaced(document('old\n'), 'new')).toBe(document('\nnew\n'));
  expect(() => replaced('# Before\n', 'new')).toThrow('docs/benchmarks.md has lost the marks around the results');
});
