import { CronExpressionParser } from 'cron-parser';
import { remembered } from '../fields/remembered.ts';
import { text } from '../fields/text.ts';

/** Kubernetes takes five fields and no seconds, and what begins with @ is spelt out here. */
const isSchedule = remembered((value) => {
  if (value !== value.trim() || value.split(/\s+/).length !== 5 || /[LWH#?]/.test(value)) return false;
  try {
    CronExpressionParser.parse(value, { tz: 'Etc/UTC' }).next();
    return true;
  } catch {
    return false;
  }
});

export const schedule = text('the five fields of cron', '0 6 * * *', {
  id: 'schedule',
  breach: (value) => {
    if (!isSchedule(value)) {
      return {
        rule: 'is not what the clock can follow: minute, hour, day, month and day of the week',
        fix: 'write five fields, such as 0 6 * * * for each day at six',
      };
    }
    if (!namesDaySeven(value)) return undefined;
    return {
      rule: 'has a day 7, and the days of the week of Kubernetes end with 6',
      fix: 'write 0 for Sunday, such as 0 6 * * 0, or names, such as 0 6 * * SUN',
    };
  },
});

/** Some clocks have two Sundays; that of Kubernetes refuses the second one. */
function namesDaySeven(value: string): boolean {
  const days = value.split(/\s+/)[4] ?? '';
  return days.split(',').some((part) => part.replace(/\/.*$/, '').split('-').includes('7'));
}

/** The name of a time zone in the spelling of JavaScript, which reads any; undefined where it knows none. */
const spelt = remembered((value) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
});

/**
 * `Local` is what Kubernetes refuses, an offset knows no summer time, and `SystemV` is known to JavaScript alone. Capital
 * letters count: Kubernetes reads a file of that name.
 */
const isZone = (value: string): boolean => {
  const name = spelt(value);
  if (name === undefined || !/^(?!SystemV)[A-Z][\w+-]*(\/[A-Z][\w+-]*)+$/.test(value)) return false;
  return name === value || name.toLowerCase() !== value.toLowerCase();
};

function zoneFix(value: string): string {
  const name = spelt(value);
  const isCase = name !== undefined && isZone(name) && name.toLowerCase() === value.toLowerCase();
  return isCase ? `write ${name}` : 'write its name in the list of IANA, such as Europe/Berlin or Etc/UTC';
}

export const zone = text('a time zone', 'Europe/Berlin', {
  id: 'zone',
  breach: (value) => (isZone(value) ? undefined : { rule: 'is not a time zone', fix: zoneFix(value) }),
});
