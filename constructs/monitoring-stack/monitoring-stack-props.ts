import type { Duration, Size } from 'cdk8s';
import type { Volume } from 'cdk8s-plus-27';
import type { Receivers } from './alerts/index.ts';
import type { SignIn } from './dashboard-server.ts';
import type { Dashboard } from './dashboards/index.ts';
import type { Alert, DiskAllowance, ExpectedParts } from './rules/index.ts';
import type { HomeTargets } from './scrape/index.ts';

/** A volume and the user to whom its directory belongs. */
export interface OwnedVolume {
  /** The volume, as cdk8s-plus has it. */
  readonly volume: Volume;

  /** Numeric user and group. */
  readonly owner: number;

  /** How much may lie on it. */
  readonly size: Size;
}

/** The volumes of the parts that keep something. */
export interface MonitoringStorage {
  /** Of the metrics: by far the most. */
  readonly metrics: OwnedVolume;

  /** Of the logs. */
  readonly logs: OwnedVolume;

  /** Of the alerts: which are silenced, and of which somebody has been told. */
  readonly alerts: OwnedVolume;

  /** Of Grafana: its users, and dashboards that somebody has made by hand. */
  readonly dashboards: OwnedVolume;
}

/** How much of the disk beneath a volume must stay free: below it, nothing more is kept. */
export interface KeptFree {
  readonly metrics: Size;
  readonly logs: Size;
}

/** What a site decides about its monitoring. */
export interface MonitoringStackProps {
  /** How long metrics are kept. */
  readonly retention: Duration;

  /** How long logs are kept, while there is room. */
  readonly logRetention: Duration;

  /** Where the parts keep what they keep. */
  readonly storage: MonitoringStorage;

  /** When they stop keeping anything, so that their node does not run out of disk. */
  readonly keptFree: KeptFree;

  /**
   * Machines at home that give out metrics, by name: `{ nas: '192.168.4.10:9100' }`.
   */
  readonly home: HomeTargets;

  /** Whether there are services at home, which are asked once a minute whether they answer. */
  readonly homeServices: boolean;

  /**
   * Address at which the gateway gives out its metrics: `10.0.0.10:9100`.
   *
   * @default - none: nobody watches it
   */
  readonly gateway?: string | undefined;

  /** Who hears of alerts. */
  readonly receivers: Receivers;

  /**
   * Secret with the outside address that is called every five minutes, and misses us when nothing comes.
   *
   * @default - none: nobody hears of it when the node dies
   */
  readonly heartbeat?: string | undefined;

  /** OCPUs of the largest node. */
  readonly ocpus: number;

  /** Whether the cloud may take idle machines back. */
  readonly reclaimable: boolean;

  /**
   * What the site has of disks.
   *
   * @default - none: the site may cost, and nobody is told
   */
  readonly disks?: DiskAllowance | undefined;

  /**
   * Parts of the site whose absence is told, besides those that every site has.
   *
   * @default - none
   */
  readonly parts?: ExpectedParts | undefined;

  /** Alerts of the site's own. */
  readonly alerts: readonly Alert[];

  /** Dashboards of the site's own, by their names. */
  readonly dashboards: Readonly<Record<string, Dashboard>>;

  /** Address under which people open Grafana: `https://grafana.example.org`. */
  readonly dashboardsUrl: string;

  /** Secret with the name and the password of Grafana's administrator. */
  readonly dashboardsSecret: string;

  /**
   * How people sign in to Grafana.
   *
   * @default - by a name and a password of Grafana's own
   */
  readonly dashboardsSignIn?: SignIn | undefined;
}
