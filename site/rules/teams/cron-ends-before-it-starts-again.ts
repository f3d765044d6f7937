import { CronExpressionParser } from 'cron-parser';
import { waitText } from '../../fields/waits.ts';
import { onceAPlace } from '../../plan/once-a-place.ts';
import { type PlacedService, placedServices } from '../../plan/teams/services.ts';
import type { Conflict, Rule } from '../rule.ts';

/** A run ends, by force if need be, before the next one is due: a start during a run is left out. */
export const cronEndsBeforeItStartsAgain: Rule = {
  id: 'cron-ends-before-it-starts-again',
  conflicts: (site) => onceAPlace(placedServices(site).flatMap(overlaps)),
};

function overlaps(one: PlacedService): Conflict[] {
  return Object.entries(one.there.cron ?? {}).flatMap(([name, { schedule, within, zone = 'Etc/UTC' }]) => {
    const pause = shortestPause(schedule, zone);
    if (within.seconds <= pause) return [];
    const between = waitText({ seconds: pause });
    const base = [...one.path, 'cron', name];
    return [
      {
        path: [...one.path, ...fieldOf(one, name)],
        with: [base, ...['schedule', 'within', 'zone'].map((field) => [...base, field])],
        ...(fieldOf(one, name).at(-1) === 'schedule'
          ? {
              rule: `leaves ${between} between two starts, and a run may take ${waitText(within)}: the next one would be left out`,
              fix: `write a schedule with more time between, or within: '${between}' beside it`,
            }
          : {
              found: waitText(within),
              rule: `is longer than the ${between} between two starts: the next one would be left out`,
              fix: `write at most ${between}, or a schedule with more time between`,
            }),
      },
    ];
  });
}

/** The field that is best changed: what the environment says, if it says something of it. */
function fieldOf({ stated, environment }: PlacedService, name: string): Conflict['path'] {
  const own = stated.in?.[environment]?.cron?.[name] ?? {};
  const field = own.schedule !== undefined && own.within === undefined ? 'schedule' : 'within';
  return [...(own[field] === undefined ? [] : ['in', environment]), 'cron', name, field];
}

/** Starts that are looked at: with fewer a schedule for some days of a month shows none that lie close together. */
const LOOKED_AT = 50;

const pauses = new Map<string, number>();

/** Seconds between the two starts that lie closest together. */
function shortestPause(schedule: string, zone: string): number {
  const key = `${zone} ${schedule}`;
  const known = pauses.get(key);
  if (known !== undefined) return known;
  const times = CronExpressionParser.parse(schedule, { currentDate: '2026-01-01T00:00:00Z', tz: zone }).take(LOOKED_AT);
  const starts = times.map((start) => start.getTime() / 1000);
  const pause = Math.min(...starts.slice(1).map((start, index) => start - (starts[index] as number)));
  pauses.set(key, pause);
  return pause;
}
