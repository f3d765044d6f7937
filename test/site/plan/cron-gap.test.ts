import { describe, expect, test } from 'vitest';
import { longestGap } from '../../../site/plan/teams/cron-gap.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('the longest time between two starts of a schedule', () => {
  test.each([
    ['every five minutes', '*/5 * * * *', 5 * 60],
    ['every hour', '0 * * * *', HOUR],
    ['from nine to five, over the night', '0 9-17 * * *', 16 * HOUR],
    ['each day', '15 3 * * *', DAY],
    ['twice a day, over the night', '0 8,20 * * *', 12 * HOUR],
    ['every minute of a weekday, over the weekend', '* * * * 1-5', 2 * DAY + 60],
    ['on Sundays, by number or name', '0 3 * * 0', 7 * DAY],
    ['on Sundays as the seventh day', '0 3 * * 7', 7 * DAY],
    ['on Fridays by name', '0 3 * * FRI', 7 * DAY],
    ['on the first of each month', '0 0 1 * *', 31 * DAY],
    ['on the 31st, which not every month has', '0 0 31 * *', 61 * DAY],
    ['on a leap day', '0 0 29 2 *', 1461 * DAY],
    ['on the first and on Mondays: either suffices', '0 0 1 * 1', 7 * DAY],
  ])('%s', (_, schedule, expected) => {
    expect(longestGap(schedule, 'Etc/UTC')).toBe(expected);
  });

  test('is an hour more in a zone whose clock is set, and a day more where one day may have no such hour', () => {
    expect(longestGap('0 6 * * *', 'Europe/Berlin')).toBe(DAY + HOUR);
    expect(longestGap('30 2 * * *', 'Europe/Berlin')).toBe(2 * DAY + HOUR);
    expect(longestGap('0 2,14 * * *', 'Europe/Berlin')).toBe(13 * HOUR);
  });
});
