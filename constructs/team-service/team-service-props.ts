import type { Duration, Size } from 'cdk8s';
import type { SecretKey } from '../workload/index.ts';

/** A service of one image, with all of its processes. */
export interface TeamServiceProps {
  /** Name of the service, and of what its process has that answers requests. It has no `--` inside. */
  readonly name: string;

  /** Exact image of all processes: `ghcr.io/you/shop:1.4.2`. */
  readonly image: string;

  /**
   * Secret with which the image is pulled; somebody else makes it.
   *
   * @default - none: the registry is public
   */
  readonly pullSecret?: string;

  /** Numeric user and group of all processes. */
  readonly user: number;

  /** Where the figures of the sizes come from, in a few words: `teams/shop.ts states them`. */
  readonly sizesFrom: string;

  /**
   * Environment variables of all processes. Their values are no secrets.
   *
   * @default - none
   */
  readonly variables?: Readonly<Record<string, string>>;

  /**
   * Environment variables of all processes whose values are secrets. A pod whose Secret or key is missing waits and says
   * which; those that are there already serve on.
   *
   * @default - none
   */
  readonly secrets?: Readonly<Record<string, SecretKey>>;

  /**
   * Directories that all processes may write to and that are empty at each start, with the most they may hold.
   *
   * @default - none: they can write nowhere
   */
  readonly scratch?: Readonly<Record<string, Size>>;

  /**
   * Whether replicas are kept on different nodes where that is possible, and go one at a time when nodes are emptied. For
   * sites of several nodes.
   *
   * @default false
   */
  readonly apart?: boolean;

  /**
   * The process that answers requests.
   *
   * @default - none: nobody calls it
   */
  readonly web?: WebProcess;

  /**
   * Processes that run all the time and that nobody calls, by name.
   *
   * @default - none
   */
  readonly workers?: Readonly<Record<string, WorkerProcess>>;

  /**
   * Processes that start by the clock, by name.
   *
   * @default - none
   */
  readonly cron?: Readonly<Record<string, CronProcess>>;

  /**
   * Processes that somebody starts by hand, by name.
   *
   * @default - none
   */
  readonly tasks?: Readonly<Record<string, TaskProcess>>;
}

/** What every process of a service has. */
export interface ServiceProcess {
  /**
   * Program to start, with its arguments.
   *
   * @default - the image's own
   */
  readonly command?: readonly string[];

  /** What is reserved for it: of the processor it may use four times as much, of memory no more. */
  readonly size: { readonly cpuMillis: number; readonly memoryMebibytes: number };
}

/** The process that answers requests. */
export interface WebProcess extends ServiceProcess {
  /** The port at which it answers, and the Service too. */
  readonly port: number;

  /**
   * How it speaks; with `https` its certificate is not verified.
   *
   * @default http
   */
  readonly protocol?: 'http' | 'https';

  /**
   * How many of it run.
   *
   * @default 1
   */
  readonly replicas?: number;

  /** Paths on its port that tell how it is. */
  readonly health: WebHealth;

  /** Time that it gets to finish what it does, after it gets no new requests. */
  readonly drain: Duration;

  /**
   * Where its metrics are.
   *
   * @default - nowhere
   */
  readonly metrics?: { readonly port: number; readonly path: string };
}

/** The checks of a process that answers requests: each is a GET that is answered with a status from 200 to 399. */
export interface WebHealth {
  /** Whether it can serve now; after two failures, within ten seconds, it gets no requests. */
  readonly ready: string;

  /** Whether it lives; after three failures, within half a minute, it is restarted. */
  readonly alive: string;

  /**
   * Whether it has warmed up, and the time in which it does. It is restarted only after twice that time.
   *
   * @default - it needs no time to, and gets a minute to start
   */
  readonly warm?: { readonly path: string; readonly within: Duration };
}

/** A process that runs all the time and that nobody calls. */
export interface WorkerProcess extends ServiceProcess {
  /**
   * How many of it run.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Whether there are never two at once, not even for a moment: a release stops it before the next starts.
   *
   * @default false
   */
  readonly single?: boolean;

  /** Time that it gets to finish what it does. */
  readonly drain: Duration;
}

/** A process that starts by the clock. */
export interface CronProcess extends ServiceProcess {
  /** Five fields of cron: `0 6 * * *`. */
  readonly schedule: string;

  /**
   * Time zone of the schedule: `Europe/Berlin`.
   *
   * @default Etc/UTC
   */
  readonly zone?: string;

  /** Time after which a run is ended. */
  readonly within: Duration;
}

/** A process that somebody starts by hand. */
export interface TaskProcess extends ServiceProcess {
  /** Time after which a run is ended. */
  readonly within: Duration;
}
