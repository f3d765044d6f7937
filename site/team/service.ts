import type { z } from 'zod';
import { check } from '../fields/breach.ts';
import { port, wholeNumber } from '../fields/numbers.ts';
import { named, object } from '../fields/object.ts';
import { text } from '../fields/text.ts';
import { type AlertInput, alertsSchema } from '../sections/alerts.ts';
import { type DifferingInput, differingFields } from './differing.ts';
import { imageRepository } from './image.ts';
import { serviceName } from './names.ts';
import {
  type CronInput,
  type DifferingCronInput,
  type DifferingTaskInput,
  type DifferingWorkerInput,
  differingProcessFields,
  processFields,
  type TaskInput,
  type WorkerInput,
} from './processes.ts';
import { sentence } from './sentence.ts';

/** A service: one image, and the processes that run from it. */
export interface ServiceInput extends DifferingInput {
  /** Where its image lies, without a version: `ghcr.io/acme/storefront`. The version stands in `versions/<team>.json`. */
  readonly image: string;

  /**
   * What it is, in one sentence.
   *
   * @default - what its team is
   */
  readonly about?: string;

  /**
   * Port on which it answers requests over HTTP.
   *
   * @default - none: nobody calls it
   */
  readonly port?: number;

  /**
   * Numeric user of its processes. What the image names counts for nothing.
   *
   * @default 10001
   */
  readonly user?: number;

  /**
   * Processes that run all the time and that nobody calls, under their names.
   *
   * @default - none
   */
  readonly workers?: Readonly<Record<string, WorkerInput>>;

  /**
   * Processes that start by the clock, under their names.
   *
   * @default - none
   */
  readonly cron?: Readonly<Record<string, CronInput>>;

  /**
   * Processes that somebody starts by hand, under their names.
   *
   * @default - none
   */
  readonly tasks?: Readonly<Record<string, TaskInput>>;

  /**
   * Alerts of its own. Their queries see only this service in its environment.
   *
   * @default - those that every service has
   */
  readonly alerts?: Readonly<Record<string, AlertInput>>;

  /**
   * What differs in an environment: the same fields.
   *
   * @default - nothing
   */
  readonly in?: Readonly<Record<string, ServiceInEnvironmentInput>>;
}

/** A service in one environment: only what differs there. */
export interface ServiceInEnvironmentInput extends DifferingInput {
  /**
   * What differs of its workers.
   *
   * @default - nothing
   */
  readonly workers?: Readonly<Record<string, DifferingWorkerInput>>;

  /**
   * What differs of what starts by the clock.
   *
   * @default - nothing
   */
  readonly cron?: Readonly<Record<string, DifferingCronInput>>;

  /**
   * What differs of its tasks.
   *
   * @default - nothing
   */
  readonly tasks?: Readonly<Record<string, DifferingTaskInput>>;
}

/** The kernel knows no more; 0 is root, and what the kubelet would not start. */
const user = wholeNumber('a user', 1, 2_147_483_647);

const EXAMPLE = "{ image: 'ghcr.io/acme/storefront', port: 8080, health: { ready: '/ready', alive: '/alive' } }";

const serviceSchema = object(EXAMPLE, {
  image: imageRepository,
  about: sentence('what it is', 'The pages of the shop').optional(),
  port: port.optional(),
  user: user.optional(),
  ...differingFields,
  workers: processFields.workers.optional(),
  cron: processFields.cron.optional(),
  tasks: processFields.tasks.optional(),
  alerts: alertsSchema.optional(),
  in: named(
    'environment',
    { staging: { replicas: 1 } },
    text(
      'an environment',
      'staging',
      check('not-empty', (value) => value !== '', {
        rule: 'is empty',
        fix: 'write the name of an environment, such as staging',
      }),
    ),
    object('{ replicas: 1 }', {
      ...differingFields,
      workers: differingProcessFields.workers.optional(),
      cron: differingProcessFields.cron.optional(),
      tasks: differingProcessFields.tasks.optional(),
    }),
  ).optional(),
});

/** All services of a team under their names. */
export const servicesSchema = named(
  'service',
  { storefront: { image: 'ghcr.io/acme/storefront', workers: { images: { command: ['bin/images'] } } } },
  serviceName,
  serviceSchema,
  `{ storefront: ${EXAMPLE} }`,
);

/** A service as its team states it. */
export type StatedService = Readonly<z.output<typeof serviceSchema>>;
