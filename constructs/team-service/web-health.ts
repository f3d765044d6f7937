import { Duration } from 'cdk8s';
import { Check, type Health } from '../workload/index.ts';
import type { WebHealth, WebProcess } from './team-service-props.ts';

/** Time that a start gets without a check of its own: half of it is what is expected, as with one. */
const PLAIN_START = Duration.seconds(30);

/**
 * How often the checks are asked: what cannot serve is out of rotation within ten seconds, and what does not answer at all
 * for half a minute is restarted.
 */
const ASKED = {
  ready: { every: Duration.seconds(5), timeout: Duration.seconds(2), failures: 2 },
  alive: { every: Duration.seconds(10), timeout: Duration.seconds(5), failures: 3 },
} as const;

/** A start may take twice the time that it should: what is slow is told, and only what is stuck is restarted. */
const PATIENCE = 2;

/** Time to pull an image and to find room on a node, before anything starts. */
const BEFORE_START_SECONDS = 180;

/** The three checks of a process that answers requests. */
export function healthOf({ health, port, protocol = 'http' }: WebProcess): Health {
  const check = (path: string) => Check[protocol](path, port);
  const { ready, alive, warm } = health;
  return {
    ...{ ready: check(ready), alive: check(alive), warm: check(warm?.path ?? alive), asked: ASKED },
    warmUp: patient(health),
  };
}

/**
 * Time after which a release counts as failed if nothing of it became ready meanwhile.
 *
 * Kubernetes' own ten minutes would fail every process that warms for ten.
 *
 * @param health nothing for a process that nobody asks: it counts as started once it runs
 */
export function releasedWithin(health?: WebHealth): Duration {
  return Duration.seconds(patient(health).toSeconds() + BEFORE_START_SECONDS);
}

function patient(health?: WebHealth): Duration {
  return Duration.seconds(PATIENCE * (health?.warm?.within ?? PLAIN_START).toSeconds());
}
