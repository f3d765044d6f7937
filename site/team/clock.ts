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
  breach: (value) =>
    isSchedule(value)
      ? undefined
      : {
          rule: 'is not what the clock can follow: minute, hour, day, month and day of the week',
          fix: 'write five fields, such as 0 6 * * * for each day at six',
        },
});

/** `Local` is what Kubernetes refuses, and an offset knows no summer time. */
const isZone = remembered((value) => {
  if (!/^[A-Z][\w+-]*(\/[\w+-]+)+$/.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
});

export const zone = text('a time zone', 'Europe/Berlin', {
  id: 'zone',
  breach: (value) =>
    isZone(value)
      ? undefined
      : { rule: 'is not a time zone', fix: 'write its name in the list of IANA, such as Europe/Berlin or Etc/UTC' },
});
