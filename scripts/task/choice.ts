import { UsageError, wordsOf } from '../../launch/command-line.mjs';
import { nearest } from '../../site/fields/nearest.ts';
import type { Site } from '../../site/index.ts';
import { type Plan, processName } from '../../site/plan/index.ts';
import { Failure } from '../failure.ts';
import { COMMAND } from './command.mjs';

/** A task that somebody wants to start. */
export interface Wanted {
  readonly team: string;
  readonly service: string;
  readonly task: string;

  /** @default - the first of the site */
  readonly environment?: string;
}

/** Where a task lies, and what it is called there. */
export interface Chosen {
  /** As people say it: `shop/storefront console`. */
  readonly spoken: string;
  readonly environment: string;
  readonly namespace: string;

  /** The CronJob, never due, from which a run is made. */
  readonly template: string;

  /** Seconds after which a run is ended. */
  readonly withinSeconds: number;
}

/** There is no such task; the message says what there is. */
export class NoSuchTask extends Failure {}

/** Reads the command line. */
export function wantedFrom(words: readonly string[]): Wanted {
  const [place, task, environment] = wordsOf(COMMAND, words).positionals;
  if (place === undefined) throw new UsageError(COMMAND.usage, 'TEAM/SERVICE is missing');
  const [, team, service] = /^([^/]+)\/([^/]+)$/.exec(place) ?? [];
  if (team === undefined || service === undefined) {
    throw new UsageError(COMMAND.usage, `'${place}' is not TEAM/SERVICE, such as shop/storefront`);
  }
  if (task === undefined) throw new UsageError(COMMAND.usage, 'TASK is missing');
  return { team, service, task, ...(environment !== undefined && { environment }) };
}

/** The task that is meant; throws `NoSuchTask` for a name that the site does not have. */
export function chosenFrom(
  { team, service, task, environment }: Wanted,
  { teams = {}, environments }: Pick<Site, 'teams' | 'environments'>,
  { services }: Pick<Plan, 'services'>,
): Chosen {
  known('platform.ts has no team', team, Object.keys(teams));
  known(`teams/${team}.ts has no service`, service, Object.keys(teams[team]?.services ?? {}));
  const where = environment ?? (Object.keys(environments)[0] as string);
  known('platform.ts has no environment', where, Object.keys(environments));
  const there = services.find(
    ({ owner, name }) => owner.team === team && owner.environment === where && name === service,
  );
  if (!there) {
    throw new NoSuchTask(`${team}/${service} has no version in ${where}; state one in versions/${team}.json first`);
  }
  known(`${team}/${service} has no task in ${where} called`, task, Object.keys(there.tasks));
  return {
    spoken: `${team}/${service} ${task}`,
    environment: where,
    namespace: there.namespace,
    template: processName(service, task),
    withinSeconds: there.tasks[task]?.withinSeconds as number,
  };
}

function known(problem: string, word: string, names: readonly string[]): void {
  if (names.includes(word)) return;
  const near = nearest(word, names);
  const all = names.length > 0 ? `write one of ${names.join(', ')}` : 'there is none at all';
  throw new NoSuchTask(`${problem} '${word}'; ${near === undefined ? all : `did you mean ${near}?`}`);
}
