import type { z } from 'zod';
import { anyNetwork, notEverybody, somebodys } from '../fields/networks.ts';
import { wholeNumber } from '../fields/numbers.ts';
import { listOf } from '../fields/object.ts';

/** From where clients may come, and how many requests each may send. */
export interface LimitsInput {
  /**
   * Networks from which clients may come. With `exposure: 'home'` they must lie at home.
   *
   * @default - everywhere; with `home` the home networks and the tunnel
   */
  readonly allowFrom?: readonly string[];

  /**
   * Networks from which clients may not come. Only ingress-nginx knows it.
   *
   * @default - none
   */
  readonly blockFrom?: readonly string[];

  /**
   * Requests a second that one client may send, those with a wrong password too; bursts of five times as many pass, and
   * then the answer is 429.
   *
   * @default - any number
   */
  readonly rate?: number;
}

const allowed = anyNetwork(
  '203.0.113.0/24',
  notEverybody(
    1,
    'lets in everybody, as without it',
    'leave out allowFrom, or write the networks from which clients come',
  ),
  somebodys('lets in nobody'),
);

const blocked = anyNetwork(
  '198.51.100.0/24',
  notEverybody(1, 'keeps out everybody', 'write the networks from which nobody may come, or leave out blockFrom'),
  somebodys('keeps out nobody'),
);

/** The fields with which anything that is reached from outside says how much of it one client gets. */
export const limitFields = {
  allowFrom: listOf('networks', '203.0.113.0/24', allowed).optional(),
  blockFrom: listOf('networks', '198.51.100.0/24', blocked).optional(),
  rate: wholeNumber('requests a second', 1, 10_000).optional(),
};

/** From where clients may come, and how many requests each may send. */
export type Limits = Readonly<z.output<z.ZodObject<typeof limitFields>>>;
