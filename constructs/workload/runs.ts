import type { Duration } from 'cdk8s';

/** Where and how often a workload runs. */
export type Runs =
  | { readonly kind: 'replicas'; readonly count: number }
  | { readonly kind: 'alone' }
  | { readonly kind: 'once' }
  | { readonly kind: 'every-node'; readonly labels: Readonly<Record<string, string>> }
  | { readonly kind: 'by-clock'; readonly schedule: string; readonly zone: string; readonly within: Duration }
  | { readonly kind: 'on-demand'; readonly within: Duration };

/** A start by the clock. */
export interface ByClock {
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

export const Runs = {
  /** Replaced rolling: a new pod is ready before an old one goes. For what keeps nothing on its own disk. */
  replicas: (count: number): Runs => ({ kind: 'replicas', count }),

  /** Never two at a time: the old pod is gone before the new one starts. For what keeps data on a local volume. */
  alone: (): Runs => ({ kind: 'alone' }),

  /** Once, to its end; a failed try is repeated twice. */
  once: (): Runs => ({ kind: 'once' }),

  /** One on each node, or on each that has these labels. */
  everyNode: (labels: Readonly<Record<string, string>> = {}): Runs => ({ kind: 'every-node', labels }),

  /**
   * By the clock, each time to its end; a failed try is repeated twice, and no run starts while the last one goes on.
   *
   * A run that could not start in time starts up to five minutes late, and later not at all.
   */
  byClock: ({ schedule, zone = 'Etc/UTC', within }: ByClock): Runs => ({ kind: 'by-clock', schedule, zone, within }),

  /**
   * When somebody starts it, once and to its end: `kubectl create job --from=cronjob/NAME`. What it has done goes after a day.
   */
  onDemand: (within: Duration): Runs => ({ kind: 'on-demand', within }),
} as const;
