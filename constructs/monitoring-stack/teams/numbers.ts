import type { Duration } from 'cdk8s';
import type { WatchedTeam } from './team.ts';

/**
 * What a web process gets until it answers, where nothing is said of warming.
 *
 * The time of its startup probe, which is that of a process that begins within a minute.
 */
const BEGINS_WITHIN = 60;

/** What the node needs beside that to fetch the image: as long as a release has for it. */
export const FETCHES_WITHIN = 180;

/** Numbers by the value of a label, as a query that yields a series for each; undefined where there are none. */
export function numbers(label: string, values: Readonly<Record<string, number>>): string | undefined {
  const all = Object.entries(values).map(([value, number]) => `label_set(${number}, "${label}", "${value}")`);
  return all.length === 0 ? undefined : `union(${all.join(', ')})`;
}

/** Seconds in which the web process of each service is ready, from its start. */
export function readyWithin({ services }: WatchedTeam): Record<string, number> {
  return defined(services, ({ web }) => web && (seconds(web.warmWithin) ?? BEGINS_WITHIN));
}

/** Seconds in which each service that has to warm up has done so. */
export function warmWithin({ services }: WatchedTeam): Record<string, number> {
  return defined(services, ({ web }) => seconds(web?.warmWithin));
}

/** Seconds after a success at which the next one of each CronJob is late. */
export function lateAfter({ services }: WatchedTeam): Record<string, number> {
  const all = Object.values(services).flatMap(({ cron = {} }) => Object.entries(cron));
  return Object.fromEntries(all.map(([name, after]) => [name, after.toSeconds()]));
}

function seconds(duration: Duration | undefined): number | undefined {
  return duration?.toSeconds();
}

function defined<T>(all: Readonly<Record<string, T>>, number: (one: T) => number | undefined): Record<string, number> {
  const found = Object.entries(all).map(([name, one]) => [name, number(one)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, number] => entry[1] !== undefined));
}
