import type { z } from 'zod';
import { object } from '../fields/object.ts';
import { wait } from '../fields/waits.ts';

/** How long the edge waits for a service: a whole number and `s`, `m` or `h`. */
export interface TimeoutsInput {
  /**
   * For a connection, from `1s` to `60s`. When it is over, the client gets 504.
   *
   * @default - 2s
   */
  readonly connect?: string;

  /**
   * For the next byte while a WebSocket is open, from `1s` to `24h`.
   *
   * With `ingress-nginx` it is one time with `answer`.
   *
   * @default - 1h; with `ingress-nginx` as long as `answer`
   */
  readonly idle?: string;

  /**
   * For the first byte of an answer, from `1s` to `24h`. When it is over, the client gets 504.
   *
   * @default - 60s; with `ingress-nginx` as long as `idle`, where that is written
   */
  readonly answer?: string;
}

const EXAMPLE = "{ connect: '2s', idle: '1h', answer: '60s' }";

/** What anything that is reached from outside may say of the times for which the edge waits for it. */
export const timeoutsSchema = object(EXAMPLE, {
  connect: wait('2s', '1s', '60s').optional(),
  idle: wait('1h', '1s', '24h').optional(),
  answer: wait('60s', '1s', '24h').optional(),
});

/** The times that are written, in seconds. */
export type Timeouts = Readonly<z.output<typeof timeoutsSchema>>;
