import { check, type FieldCheck } from '../fields/breach.ts';
import { flag } from '../fields/flag.ts';
import { wholeNumber } from '../fields/numbers.ts';
import { listOf, named, object } from '../fields/object.ts';
import { written } from '../fields/shown.ts';
import { text } from '../fields/text.ts';
import { wait } from '../fields/waits.ts';
import { schedule, zone } from './clock.ts';
import { processName } from './names.ts';
import { type SizeInput, sizeSchema } from './size.ts';

/** What a service has beside the process that answers requests: groups of processes, each under a name. */
export const PROCESS_KINDS = ['workers', 'cron', 'tasks'] as const;

/** The program of a process in one environment. */
interface DifferingCommandInput {
  /**
   * Program to start, with its arguments.
   *
   * @default - that of every environment
   */
  readonly command?: readonly string[];
}

/** What a worker may say anywhere. */
export interface CommonWorkerInput {
  /**
   * What it has of a node.
   *
   * @default - that of the service
   */
  readonly size?: SizeInput;

  /**
   * How many there are.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * How long it gets to finish what it does when it is told to end.
   *
   * @default 30s
   */
  readonly drain?: string;

  /**
   * Whether there are never two at once: a release ends it before the next one starts.
   *
   * @default false
   */
  readonly single?: boolean;
}

/** What differs of a worker in one environment. */
export interface DifferingWorkerInput extends CommonWorkerInput, DifferingCommandInput {}

/** A process that runs all the time and that nobody calls. */
export interface WorkerInput extends CommonWorkerInput {
  /** Program to start, with its arguments. */
  readonly command: readonly string[];
}

/** What a process that starts by the clock may say anywhere. */
export interface CommonCronInput {
  /**
   * Time zone of the schedule: `Europe/Berlin`.
   *
   * @default Etc/UTC
   */
  readonly zone?: string;

  /**
   * What it has of a node.
   *
   * @default - that of the service
   */
  readonly size?: SizeInput;
}

/** What differs in one environment of a process that starts by the clock. */
export interface DifferingCronInput extends CommonCronInput, DifferingCommandInput {
  /**
   * Minute, hour, day, month and day of the week, as cron has them: `0 6 * * *`. Sunday is 0 or SUN.
   *
   * @default - that of every environment
   */
  readonly schedule?: string;

  /**
   * How long a run may take; then it is ended. While one runs, none starts: `10m`.
   *
   * @default - that of every environment
   */
  readonly within?: string;
}

/** A process that starts by the clock. A release never ends one that runs. */
export interface CronInput extends CommonCronInput {
  /** Minute, hour, day, month and day of the week, as cron has them: `0 6 * * *`. Sunday is 0 or SUN. */
  readonly schedule: string;

  /** Program to start, with its arguments. */
  readonly command: readonly string[];

  /** How long a run may take; then it is ended. While one runs, none starts: `10m`. */
  readonly within: string;
}

/** What a process that somebody starts by hand may say anywhere. */
export interface CommonTaskInput {
  /**
   * How long a run may take; then it is ended.
   *
   * @default 1h
   */
  readonly within?: string;

  /**
   * What it has of a node.
   *
   * @default - that of the service
   */
  readonly size?: SizeInput;
}

/** What differs of a task in one environment. */
export interface DifferingTaskInput extends CommonTaskInput, DifferingCommandInput {}

/** A process that somebody starts by hand: `npm run task -- shop/storefront console`. */
export interface TaskInput extends CommonTaskInput {
  /** Program to start, with its arguments. */
  readonly command: readonly string[];
}

const word: FieldCheck<string> = check('not-empty', (value) => value !== '', {
  rule: 'is empty',
  fix: 'write a word of the command, or leave it out',
});

/** A program and its arguments, without a shell. */
export const commandSchema = listOf('words', 'bin/worker', text('a word of the command', 'bin/worker', word));

/** Longest time for which a node that is replaced waits for a pod (OKE's eviction grace ends at 60 minutes). */
const LONGEST_DRAIN = '1h';

export const drainSchema = wait('30s', '1s', LONGEST_DRAIN);

const within = wait('10m', '1s', '24h');

const sized = { size: sizeSchema.optional() };

const workerFields = {
  command: commandSchema,
  ...sized,
  replicas: wholeNumber('pods', 1, 50).optional(),
  drain: drainSchema.optional(),
  single: flag.optional(),
};

const cronFields = { schedule, command: commandSchema, within, zone: zone.optional(), ...sized };

const taskFields = { command: commandSchema, within: within.optional(), ...sized };

const CRON = { schedule: '0 6 * * *', command: ['bin/digest'], within: '10m' };

/** Every kind of process beside the one that answers requests. */
export const processFields = {
  workers: named(
    'worker',
    { images: { command: ['bin/images'] } },
    processName,
    object("{ command: ['bin/images'] }", workerFields),
  ),
  cron: named('process', { digest: CRON }, processName, object(written(CRON), cronFields)),
  tasks: named(
    'task',
    { console: { command: ['bin/console'] } },
    processName,
    object("{ command: ['bin/console'] }", taskFields),
  ),
};

/** The same in one environment: only what differs there. */
export const differingProcessFields = {
  workers: named(
    'worker',
    { images: { replicas: 1 } },
    processName,
    object('{ replicas: 1 }', { ...workerFields, command: commandSchema.optional() }),
  ),
  cron: named(
    'process',
    { digest: { schedule: '0 6 * * *' } },
    processName,
    object("{ schedule: '0 6 * * *' }", {
      ...cronFields,
      ...{ schedule: schedule.optional(), command: commandSchema.optional(), within: within.optional() },
    }),
  ),
  tasks: named(
    'task',
    { console: { within: '1h' } },
    processName,
    object("{ within: '1h' }", { ...taskFields, command: commandSchema.optional() }),
  ),
};
