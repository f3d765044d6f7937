import { z } from 'zod';
import { dnsLabel } from '../fields/names.ts';
import { object } from '../fields/object.ts';
import { atLeastOne } from '../fields/quantities.ts';
import { needs, wholeNumber } from '../fields/text.ts';

/** One environment: every team has a namespace in it. */
export interface EnvironmentInput {
  /**
   * Percent of what the platform leaves of the nodes; all environments together have at most 100.
   *
   * @default - an equal part of what the others leave
   */
  readonly share?: number;
}

export const environmentsSchema = atLeastOne(
  z.record(dnsLabel(12, 'prod'), object('{} or { share: 60 }', { share: wholeNumber('percent', 1, 100).optional() }), {
    error: () => needs('at least one environment: { prod: {} }'),
  }),
  'at least one environment: { prod: {} }',
);
