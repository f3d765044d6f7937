import { Duration } from 'cdk8s';
import { ConnectionScheme, Probe } from 'cdk8s-plus-27';

/** How a process tells that it can serve, and that it lives. */
export interface Health {
  /** Answers as long as the process can serve; without an answer it is taken out of rotation at once. */
  readonly ready: Check;

  /**
   * Answers as long as the process lives; without an answer for two minutes it is restarted.
   *
   * @default - the same check as `ready`, with far more patience
   */
  readonly alive?: Check;

  /**
   * Answers once the process has warmed up; until then it is asked nothing else.
   *
   * @default - the same check as `ready`
   */
  readonly warm?: Check;

  /**
   * How often the checks are asked, and how many of them must fail.
   *
   * @default - every 5 seconds and twice for `ready`, every 20 seconds and six times for `alive`, with 3 seconds to answer
   */
  readonly asked?: { readonly ready: Question; readonly alive: Question };

  /**
   * How long a start may take before the process counts as dead.
   *
   * @default Duration.minutes(2)
   */
  readonly warmUp?: Duration;
}

/** How a check is asked. */
export interface Question {
  readonly every: Duration;

  /** Time to answer, shorter than `every`. */
  readonly timeout: Duration;

  /** How many failures in a row count. */
  readonly failures: number;
}

/** One question to a process. */
export type Check =
  | { readonly kind: 'http'; readonly path: string; readonly port: number; readonly tls: boolean }
  | { readonly kind: 'command'; readonly command: readonly string[] };

export const Check = {
  /** A GET that is answered with a status from 200 to 399. */
  http: (path: string, port: number): Check => ({ kind: 'http', path, port, tls: false }),

  /** The same over TLS; the certificate is not verified. */
  https: (path: string, port: number): Check => ({ kind: 'http', path, port, tls: true }),

  /** A program in the container that ends with 0. */
  command: (...command: readonly string[]): Check => ({ kind: 'command', command }),
} as const;

const TIMEOUT = Duration.seconds(3);
const ASKED = {
  ready: { every: Duration.seconds(5), timeout: TIMEOUT, failures: 2 },
  alive: { every: Duration.seconds(20), timeout: TIMEOUT, failures: 6 },
} as const;
const START_PERIOD = Duration.seconds(5);

/** The three probes of a container. */
export function probes({ ready, alive = ready, warm = ready, asked = ASKED, warmUp = Duration.minutes(2) }: Health) {
  const failures = Math.ceil(warmUp.toSeconds() / START_PERIOD.toSeconds());
  return {
    readiness: probe(ready, asked.ready),
    liveness: probe(alive, asked.alive),
    startup: probe(warm, { every: START_PERIOD, timeout: TIMEOUT, failures }),
  };
}

function probe(check: Check, { every, timeout, failures }: Question): Probe {
  const options = { periodSeconds: every, timeoutSeconds: timeout, failureThreshold: failures };
  if (check.kind === 'command') return Probe.fromCommand([...check.command], options);
  const scheme = check.tls ? ConnectionScheme.HTTPS : ConnectionScheme.HTTP;
  return Probe.fromHttpGet(check.path, { ...options, port: check.port, scheme });
}
