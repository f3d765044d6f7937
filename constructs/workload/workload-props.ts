import type { Duration, Size } from 'cdk8s';
import type { Capability, ServiceAccount } from 'cdk8s-plus-27';
import type { Labels } from '../../kubernetes/labels.ts';
import type { ConfigFiles, Mount, SecretKey } from './pod/files.ts';
import type { Health } from './pod/health.ts';
import type { Resources } from './pod/resources.ts';
import type { Runs } from './runs.ts';

/** One hardened process, found by its name. */
export interface WorkloadProps {
  /**
   * Name of the workload, of its Service and of what belongs to it.
   *
   * Never change it lightly: what was under the old name is removed, and what is under the new one starts empty.
   */
  readonly name: string;

  /** What it is for, in one word: `metrics`, `dashboards`. */
  readonly component: string;

  /** Exact image: `ghcr.io/you/shop:1.4.2`. */
  readonly image: string;

  /**
   * Secret with which the image is pulled; somebody else makes it.
   *
   * @default - none: the registry is public
   */
  readonly pullSecret?: string;

  /**
   * Further labels of its objects and of its pods.
   *
   * @default - none
   */
  readonly labels?: Labels;

  /** Numeric user and group of the process: 0 only together with `node.root`. */
  readonly user: number;

  /** What it requests of a node, with the source of the figures. */
  readonly resources: Resources;

  /**
   * Where and how often it runs.
   *
   * @default Runs.replicas(1)
   */
  readonly runs?: Runs;

  /**
   * Its rank among pods when a node runs short: the name of a priority class.
   *
   * @default - the one that `Workload.defaultPriority` gave to what is around it; without one it has none
   */
  readonly priority?: string;

  /**
   * What runs to its end before the process starts, by name and one after the other.
   *
   * @default - nothing
   */
  readonly before?: Readonly<Record<string, Preparation>>;

  /**
   * Whether the process does nothing: it only keeps the pod, whose work is done by what runs `before` it.
   *
   * @default false
   */
  readonly idle?: boolean;

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
   * A ConfigMap of which every key is an environment variable too. A variable of `environment` counts more.
   *
   * @default - none
   */
  readonly environmentFrom?: string;

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
   * How its pods end.
   *
   * @default - they get 30 seconds to finish what they do; with ports they first serve on for 10 seconds
   */
  readonly ending?: Ending;

  /**
   * Time after which a new version counts as failed if none of its pods became ready meanwhile; the old ones serve on.
   * The time in which a pod ends is added, since a new one may wait for its room.
   *
   * @default - ten minutes in all
   */
  readonly releasedWithin?: Duration;

  /**
   * How many versions that were replaced Kubernetes remembers; git remembers all.
   *
   * @default 10
   */
  readonly pastVersions?: number;

  /**
   * Whether its replicas are kept on different nodes where that is possible, and only one of them goes at a time when
   * nodes are emptied. For sites of several nodes: on one node it would only keep it from being emptied.
   *
   * @default false
   */
  readonly apart?: boolean;

  /**
   * Volumes by the path at which the process sees them.
   *
   * @default - none
   */
  readonly volumes?: Readonly<Record<string, Mount>>;

  /**
   * Names of Secrets that somebody else makes, by the directory in which the process sees their keys as files.
   *
   * The process starts without them too: what is missing then appears as soon as it is there.
   *
   * @default - none
   */
  readonly secretFiles?: Readonly<Record<string, string>>;

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
   * Further configuration files, each under a name that is added to the one of the workload: one object holds at most a
   * mebibyte.
   *
   * @default - none
   */
  readonly moreConfig?: Readonly<Record<string, ConfigFiles>>;

  /**
   * Where its metrics are, if it has any: a pod that says so is scraped, whoever owns it.
   *
   * @default - nowhere
   */
  readonly metrics?: MetricsEndpoint;

  /**
   * What it needs of the node itself, beyond its own container. It must run in a namespace that allows it.
   *
   * @default - nothing
   */
  readonly node?: NodeAccess;

  /**
   * Identity towards the API server. Its token is mounted.
   *
   * @default - none: the process cannot call the API server
   */
  readonly serviceAccount?: ServiceAccount;
}

/** Where a process gives out its metrics. */
export interface MetricsEndpoint {
  /** Name of the port, one of `ports`. */
  readonly port: string;

  /**
   * Path on that port.
   *
   * @default /metrics
   */
  readonly path?: string;
}

/** How a pod ends. */
export interface Ending {
  /**
   * How long it still serves, until everybody has heard that it goes.
   *
   * @default Duration.seconds(10) with ports, and otherwise not at all
   */
  readonly servesOn?: Duration;

  /** How long it then has to finish what it does. */
  readonly drain: Duration;
}

/** What a process that looks after the node itself needs of it. */
export interface NodeAccess {
  /**
   * Whether it shares the network of the node: its ports are then ports of the node.
   *
   * @default false
   */
  readonly network?: boolean;

  /**
   * Whether it runs as root, without any capability: it may then read what only root owns, and `user` owns what it keeps.
   *
   * @default false
   */
  readonly root?: boolean;

  /**
   * Whether it uses files of the node itself: SELinux, where the node enforces it, keeps all others from them.
   *
   * @default false
   */
  readonly files?: boolean;
}

/** What runs to its end before a process starts; where it fails, it is repeated, and the process waits. */
export interface Preparation
  extends Pick<WorkloadProps, 'image' | 'resources' | 'command' | 'args' | 'environment' | 'volumes'> {
  /**
   * What it may do as root, and nothing else of what root may do.
   *
   * @default - it is not root but the user of the workload
   */
  readonly asRoot?: readonly Capability[];
}
