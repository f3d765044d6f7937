import { CronExpressionParser } from 'cron-parser';
import { remembered } from '../../fields/remembered.ts';
import { waitText } from '../../fields/waits.ts';
import { onceAPlace } from '../../once-a-place.ts';
import { type PlacedService, placedServices, placeThere } from '../../plan/teams/services.ts';
import type { Conflict, Rule } from '../rule.ts';

/** A run ends, by force if need be, before the next one is due: a start during a run is left out. */
export const cronEndsBeforeItStartsAgain: Rule = {
  id: 'cron-ends-before-it-starts-again',
  conflicts: (site) => onceAPlace(placedServices(site).flatMap(overlaps)),
};

function overlaps(one: PlacedService): Conflict[] {
  return Object.entries(one.there.cron ?? {}).flatMap(([name, { schedule, within, zone = 'Etc/UTC' }]) => {
    const pause = shortestPause(`${zone} ${schedule}`);
    if (within.seconds <= pause) return [];
    const between = waitText({ seconds: pause });
    return [
      {
        path: fieldOf(one, name),
        with: ['schedule', 'within', 'zone'].flatMap((field) => [
          [...one.path, 'cron', name, field],
          placeThere(one, 'cron', name, field),
        ]),
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
function fieldOf(one: PlacedService, name: string): Conflict['path'] {
  const at = (field: string) => placeThere(one, 'cron', name, field);
  return at('schedule').length > at('within').length ? at('schedule') : at('within');
}

/** Starts that are looked at: with fewer a schedule for some days of a month shows none that lie close together. */
const LOOKED_AT = 50;

/** Seconds between the two starts that lie closest together, by zone and schedule. */
const shortestPause = remembered((written) => {
  const [zone = '', ...fields] = written.split(' ');
  const schedule = fields.join(' ');
  const times = CronExpressionParser.parse(schedule, { currentDate: '2026-01-01T00:00:00Z', tz: zone }).take(LOOKED_AT);
  const starts = times.map((start) => start.getTime() / 1000);
  return Math.min(...starts.slice(1).map((start, index) => start - (starts[index] as number)));
});
