import type { Size } from '../../fields/quantities.ts';
import type { Path } from '../../problem.ts';
import type { StatedAlerts } from '../owned-alerts.ts';
import type { TeamOwner } from '../owners.ts';

/** A service of a team as it runs in one environment: plain data from which everything of it is built. */
export interface ServicePlan {
  readonly owner: TeamOwner;

  /** Its name in its team: `storefront`. */
  readonly name: string;

  /** What it is, in one sentence. */
  readonly about: string;

  /** Its folder of `dist/` and its Application: `shop-prod-storefront`. */
  readonly folder: string;

  /** Its namespace: `shop-prod`. */
  readonly namespace: string;

  /** Where its image lies, without a version: `ghcr.io/acme/storefront`. */
  readonly repository: string;

  /** The version that runs there, as the file of versions has it: `1.4.2`. */
  readonly version: string;

  /** The whole reference of its image. */
  readonly image: string;

  /** Numeric user of its processes. */
  readonly user: number;

  /**
   * Secret with which its image is pulled, in its namespace.
   *
   * @default - none: the registry is public
   */
  readonly pullSecret?: string;

  /** Variables of all of its processes; their values are no secrets. */
  readonly variables: Readonly<Record<string, string>>;

  /**
   * The Secret whose keys are variables of all of its processes.
   *
   * @default - none
   */
  readonly secret?: ServiceSecretPlan;

  /** Directories that its processes may write to, with the most that each may hold. */
  readonly scratch: Readonly<Record<string, Size>>;

  /** What it calls. */
  readonly uses: readonly UsePlan[];

  /** Services that call it. */
  readonly usedBy: readonly { readonly name: string; readonly namespace: string }[];

  /**
   * The process that answers requests.
   *
   * @default - none: nobody calls it
   */
  readonly web?: WebPlan;

  /** Processes that run all the time and that nobody calls, by name. */
  readonly workers: Readonly<Record<string, WorkerPlan>>;

  /** Processes that start by the clock, by name. */
  readonly cron: Readonly<Record<string, CronPlan>>;

  /** Processes that somebody starts by hand, by name. */
  readonly tasks: Readonly<Record<string, TaskPlan>>;

  /** Alerts of its own, by their names. */
  readonly alerts: StatedAlerts;

  /** Where the file of the team states it, for messages. */
  readonly path: Path;
}

/** A Secret of a service. */
export interface ServiceSecretPlan {
  /** Its name: `storefront`, from the second version on `storefront-2`. */
  readonly name: string;

  /** Its keys, each of which is a variable of the same name. */
  readonly keys: readonly string[];
}

/** What every process of a service has. */
export interface ProcessPlan {
  /**
   * Program to start, with its arguments.
   *
   * @default - the image's own
   */
  readonly command?: readonly string[];

  readonly size: SizePlan;
}

/** What a process has of a node: it may use four times the processor, and no more memory than that. */
export interface SizePlan {
  /** Thousandths of a core. */
  readonly millicores: number;
  readonly memoryMebibytes: number;
}

/** The process that answers requests. */
export interface WebPlan extends ProcessPlan {
  readonly port: number;

  /** How it speaks. */
  readonly protocol: 'http' | 'https';
  readonly replicas: number;
  readonly health: HealthPlan;

  /** Seconds that it gets to finish what it does, after it gets no new requests. */
  readonly drainSeconds: number;

  /**
   * Where its metrics are.
   *
   * @default - nowhere
   */
  readonly metrics?: { readonly port: number; readonly path: string };

  /**
   * The host at which it answers from outside.
   *
   * @default - none: the cluster alone reaches it
   */
  readonly host?: string;
}

/** The checks of a process that answers requests: paths on its port. */
export interface HealthPlan {
  /** Whether it can serve now. */
  readonly ready: string;

  /** Whether it lives. */
  readonly alive: string;

  /**
   * Whether it has warmed up.
   *
   * @default - it needs no time to
   */
  readonly warm?: { readonly path: string; readonly withinSeconds: number };
}

/** A process that runs all the time and that nobody calls. */
export interface WorkerPlan extends ProcessPlan {
  readonly replicas: number;

  /** Whether there are never two at once, not even for a moment: a release stops it before the next starts. */
  readonly single: boolean;

  /** Seconds that it gets to finish what it does. */
  readonly drainSeconds: number;
}

/** A process that starts by the clock. */
export interface CronPlan extends ProcessPlan {
  /** Five fields of cron: `0 6 * * *`. */
  readonly schedule: string;

  /** Time zone of the schedule: `Etc/UTC`. */
  readonly zone: string;

  /** Seconds after which a run is ended. */
  readonly withinSeconds: number;
}

/** A process that somebody starts by hand. */
export interface TaskPlan extends ProcessPlan {
  readonly command: readonly string[];

  /** Seconds after which a run is ended. */
  readonly withinSeconds: number;
}

/** Something that a service calls by name. */
export interface UsePlan {
  /** As it is written: `search/api`. */
  readonly written: string;

  /** Service of a team in the same environment, or a machine outside the cluster. */
  readonly to:
    | { readonly kind: 'service'; readonly team: string; readonly service: string; readonly namespace: string }
    | { readonly kind: 'home'; readonly name: string; readonly address: string };
  readonly port: number;

  /** Variables with its address: `SEARCH_API_URL`. */
  readonly variables: Readonly<Record<string, string>>;
}

export { processName } from '../../../kubernetes/process-name.ts';
