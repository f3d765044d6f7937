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
   * How long a start may take before the process counts as dead.
   *
   * @default Duration.minutes(2)
   */
  readonly warmUp?: Duration;
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

const READY_PERIOD = Duration.seconds(5);
const ALIVE_PERIOD = Duration.seconds(20);
const START_PERIOD = Duration.seconds(5);
const TIMEOUT = Duration.seconds(3);

/** The three probes of a container. */
export function probes({ ready, alive = ready, warmUp = Duration.minutes(2) }: Health) {
  const starts = Math.ceil(warmUp.toSeconds() / START_PERIOD.toSeconds());
  return {
    readiness: probe(ready, READY_PERIOD, 2),
    liveness: probe(alive, ALIVE_PERIOD, 6),
    startup: probe(ready, START_PERIOD, starts),
  };
}

function probe(check: Check, period: Duration, failures: number): Probe {
  const options = { periodSeconds: period, timeoutSeconds: TIMEOUT, failureThreshold: failures };
  if (check.kind === 'command') return Probe.fromCommand([...check.command], options);
  const scheme = check.tls ? ConnectionScheme.HTTPS : ConnectionScheme.HTTP;
  return Probe.fromHttpGet(check.path, { ...options, port: check.port, scheme });
}
