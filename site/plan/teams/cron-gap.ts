import { CronExpressionParser } from 'cron-parser';
import { remembered } from '../../fields/remembered.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Days that are looked at: from one year with a leap day to behind the next. */
const FIRST_DAY = Date.UTC(2028, 0, 1) / 1000;
const DAYS = 5 * 366;

/** The clock of a zone with summer time leaves out an hour before this one on one day of the year. */
const CLOCK_IS_SET_BEFORE = 4;

/**
 * The longest time between two starts by a schedule, in seconds: over a weekend, a short month or a leap year.
 *
 * In a zone that may have summer time it is an hour more, and a day more where all starts lie in the hours in which
 * the clock is set: there is one day without such an hour.
 *
 * @param schedule five fields of cron
 * @param zone name of a time zone: `Europe/Berlin`
 */
export function longestGap(schedule: string, zone: string): number {
  const { seconds, hours } = steady(schedule);
  return seconds + clockOf(zone, hours);
}

/** The longest time by a clock that nobody sets, and the hours in which something starts. */
const steady = remembered((schedule) => {
  const { minute, hour } = CronExpressionParser.parse(schedule).fields;
  const hours = numbersOf(hour.values);
  const starts = hours.flatMap((at) => numbersOf(minute.values).map((past) => at * HOUR + past * MINUTE));
  const [first, last] = [starts[0] as number, starts.at(-1) as number];
  const within = widest(starts, 0);
  const between = widest(daysOf(schedule), 0) + first - last;
  return { seconds: Math.max(within, between), hours };
});

/** What setting the clock adds. */
function clockOf(zone: string, hours: readonly number[]): number {
  if (/^(Etc\/)?(UTC|GMT)$/.test(zone)) return 0;
  return hours.every((at) => at < CLOCK_IS_SET_BEFORE) ? HOUR + DAY : HOUR;
}

/** The days on which a schedule starts anything; where it names days of the month and of the week, either suffices. */
function daysOf(schedule: string): number[] {
  const { dayOfMonth, month, dayOfWeek } = CronExpressionParser.parse(schedule).fields;
  const [, , ofMonth, , ofWeek] = schedule.split(/\s+/);
  const either = ![ofMonth, ofWeek].some((field) => field?.startsWith('*'));
  const months = new Set(numbersOf(month.values));
  const inMonth = new Set(numbersOf(dayOfMonth.values));
  const inWeek = new Set(numbersOf(dayOfWeek.values).map((day) => day % 7));
  return Array.from({ length: DAYS }, (_, index) => FIRST_DAY + index * DAY).filter((at) => {
    const date = new Date(at * 1000);
    const matches = [inMonth.has(date.getUTCDate()), inWeek.has(date.getUTCDay())];
    return months.has(date.getUTCMonth() + 1) && (either ? matches.some(Boolean) : matches.every(Boolean));
  });
}

/** The largest step between numbers that grow. */
function widest(numbers: readonly number[], least: number): number {
  return numbers.slice(1).reduce((most, number, index) => Math.max(most, number - (numbers[index] as number)), least);
}

/** What a field names; a day of the month may also be the last one, which Kubernetes does not know. */
function numbersOf(values: readonly (number | string)[]): number[] {
  return values.filter((value) => typeof value === 'number');
}
