import { describe, expect, test } from 'vitest';
import { childrenSeconds } from '../../../scripts/bench/measure.ts';
import { middle, ratioOf, spreadOf } from '../../../scripts/bench/statistics.ts';
import { tableText } from '../../../scripts/bench/table.ts';

describe('the middle of some values', () => {
  test('is the one with as many below as above, or lies between the two', () => {
    expect(middle([5, 1, 100])).toBe(5);
    expect(middle([4, 1, 100, 2])).toBe(3);
    expect(middle([7])).toBe(7);
  });

  test('comes with the least and the most, and changes nothing of the list', () => {
    const values = [3, 1, 2];
    expect(spreadOf(values)).toEqual({ middle: 2, least: 1, most: 3 });
    expect(values).toEqual([3, 1, 2]);
  });

  test('of ratios is taken turn by turn, so that a machine that gets slower changes nothing', () => {
    expect(
      ratioOf([
        [1, 2],
        [10, 20],
        [100, 200],
      ]),
    ).toEqual({ middle: 0.5, least: 0.5, most: 0.5 });
  });
});

test('the processor time of children is read from what the shell says of them, not of itself', () => {
  expect(childrenSeconds('0m9.000s 0m9.000s\n1m2.500s 0m0.250s\n')).toBe(62.75);
});

test('a table has its names to the left and its numbers to the right', () => {
  expect(
    tableText(
      ['', 'wall s'],
      [
        ['ours', '1.25'],
        ['another one', '10.50'],
      ],
    ),
  ).toBe(
    `|             | wall s |
| ----------- | -----: |
| ours        |   1.25 |
| another one |  10.50 |
`,
  );
});
