import type { FieldCheck } from '../fields/breach.ts';
import { dnsLabel } from '../fields/names.ts';
import { wholeNumber } from '../fields/numbers.ts';
import { named, object } from '../fields/object.ts';

/**
 * An environment: its place in the list is its priority.
 */
export interface EnvironmentInput {
  /**
   * Percent of what the platform leaves of the nodes; all environments together have at most 100.
   *
   * @default - an equal part of what the others leave
   */
  readonly share?: number;
}

/** With a hyphen, team `a-b` in `c` and team `a` in `b-c` would share the namespace `a-b-c`. */
const oneWord: FieldCheck<string> = {
  id: 'one-word',
  breach: (value) =>
    value.includes('-')
      ? {
          rule: 'has a hyphen, which would leave open where the team ends in the namespace <team>-<environment>',
          fix: `write ${value.replaceAll('-', '')}`,
        }
      : undefined,
};

/** A share over 100 is told together with what the others leave. */
const environmentSchema = object('{} or { share: 60 }', {
  share: wholeNumber('percent', 1, 100, Number.MAX_SAFE_INTEGER).optional(),
});

/** Most characters of an environment, which is a part of the names of namespaces and hosts. */
const LONGEST = 12;

export const environmentsSchema = named(
  'environment',
  { prod: {} },
  dnsLabel(LONGEST, 'prod', oneWord),
  environmentSchema,
);
