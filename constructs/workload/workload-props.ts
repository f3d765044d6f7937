import type { Size } from 'cdk8s';
import type { ServiceAccount, Volume } from 'cdk8s-plus-27';
import type { Health } from './health.ts';
import type { Resources } from './resources.ts';
import type { Runs } from './runs.ts';

/** One hardened process, found by its name. */
export interface WorkloadProps {
  /**
   * Name of the workload, of its Service and of what belongs to it.
   *
   * Never change it lightly: what was under the old name is removed, and what is under the new one begins anew.
   */
  readonly name: string;

  /** What it is for, in one word: `metrics`, `dashboards`. */
  readonly component: string;

  /** Exact image, from `versions.ts`. */
  readonly image: string;

  /** Numeric user and group of the process; never 0. */
  readonly user: number;

  /** What it asks of a node, with the source of the figures. */
  readonly resources: Resources;

  /**
   * Where and how often it runs.
   *
   * @default Runs.replicas(1)
   */
  readonly runs?: Runs;

  /**
   * Program to start.
   *
   * @default - the image's own
   */
  readonly command?: readonly string[];

  /**
   * Arguments of the program.
   *
   * @default - the image's own
   */
  readonly args?: readonly string[];

  /**
   * Environment variables: a text, or a key of a Secret.
   *
   * @default - none
   */
  readonly environment?: Readonly<Record<string, string | SecretKey>>;

  /**
   * TCP ports by name. Each is a port of the Service too.
   *
   * @default - none, and no Service
   */
  readonly ports?: Readonly<Record<string, number>>;

  /**
   * How it tells that it can serve, and that it lives.
   *
   * @default - none: only for what serves nobody
   */
  readonly health?: Health;

  /**
   * Volumes by the path at which the process sees them.
   *
   * @default - none
   */
  readonly volumes?: Readonly<Record<string, Mount>>;

  /**
   * Directories that the process may write to and that are empty at each start, with the most they may hold.
   *
   * @default - none: the process can write nowhere
   */
  readonly scratch?: Readonly<Record<string, Size>>;

  /**
   * Configuration files. A change replaces the pods.
   *
   * @default - none
   */
  readonly config?: ConfigFiles;

  /**
   * Identity towards the API server. Its token is mounted.
   *
   * @default - none: the process cannot ask the API server
   */
  readonly serviceAccount?: ServiceAccount;
}

/** A volume in the view of a process. */
export interface Mount {
  readonly volume: Volume;

  /**
   * Whether the process may only read.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Files of one directory, by name. */
export interface ConfigFiles {
  readonly directory: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A key of a Secret that somebody else makes in the same namespace. */
export interface SecretKey {
  readonly secret: string;
  readonly key: string;
}
