import { Chart, Duration, type Size } from 'cdk8s';
import { Construct } from 'constructs';
import { refuse } from '../refuse.ts';
import { type AlertRoute, AlertRouter, type Receivers } from './alerts/index.ts';
import { type Dashboard, DashboardServer, type SignIn } from './dashboards/index.ts';
import { LogStore } from './logs/index.ts';
import { ClusterState, MetricsStore } from './metrics/index.ts';
import type { MonitoringPart } from './part.ts';
import { problems } from './problems.ts';
import {
  type Alert,
  type ExpectedParts,
  type FullDisk,
  RuleEvaluator,
  type RuleGroup,
  ruleGroups,
} from './rules/index.ts';
import { type MonitoringStorage, type StorageOf, shareOf, volumesFrom } from './storage.ts';
import { ownersOf, teamRules, type WatchedTeam } from './teams/index.ts';

/** How much of the disk beneath a volume must stay free: below it, nothing more is kept. */
export interface KeptFree {
  readonly metrics: Size;
  readonly logs: Size;
}

/** What is decided about monitoring; only its storage has to be. */
export interface MonitoringStackProps {
  /** Where the parts keep what they keep: a volume for each, or what makes one by the name of its part. */
  readonly storage: MonitoringStorage | StorageOf;

  /**
   * How long metrics are kept.
   *
   * @default Duration.days(90)
   */
  readonly retention?: Duration;

  /**
   * How long logs are kept, while there is room.
   *
   * @default Duration.days(14)
   */
  readonly logRetention?: Duration;

  /**
   * When they stop keeping anything. On the disk of a node, state more than the kubelet wants free: it ends pods otherwise.
   *
   * @default - a twentieth of the volume of metrics and a tenth of that of logs, which suits disks of their own
   */
  readonly keptFree?: KeptFree;

  /**
   * Who hears of alerts. Their Secrets lie in the namespace of the stack.
   *
   * @default - nobody: alerts can only be seen
   */
  readonly receivers?: Receivers;

  /**
   * Who hears of the alerts with some labels, instead of `receivers`.
   *
   * @default - none: `receivers` hear of all alerts
   */
  readonly routes?: readonly AlertRoute[];

  /**
   * Secret with the key `url`: an outside address that is called every five minutes, and misses us when nothing comes.
   *
   * @default - none: nobody hears of it when the node dies
   */
  readonly heartbeat?: string | undefined;

  /**
   * What is watched besides the cluster.
   *
   * @default - nothing
   */
  readonly parts?: readonly MonitoringPart[];

  /**
   * What is missed when nothing is heard of it, besides the stack itself and what its parts expect.
   *
   * @default - nothing
   */
  readonly expected?: ExpectedParts;

  /**
   * When the disk of a node counts as full.
   *
   * @default - as the kubelet does by default
   */
  readonly fullDisk?: FullDisk;

  /**
   * Alerts of your own.
   *
   * @default - none
   */
  readonly alerts?: readonly Alert[];

  /**
   * Teams whose namespaces are watched, each in each of its environments. Their series have the labels `team`,
   * `environment` and `service`; alerts tell of all of their services, and of what they state themselves.
   *
   * @default - none
   */
  readonly teams?: readonly WatchedTeam[];

  /**
   * Dashboards of teams, by the name of the team, which is that of a folder in Grafana, and by their own.
   *
   * @default - none
   */
  readonly teamDashboards?: Readonly<Record<string, Readonly<Record<string, Dashboard>>>>;

  /**
   * Dashboards of your own, by their names.
   *
   * @default - none
   */
  readonly dashboards?: Readonly<Record<string, Dashboard>>;

  /**
   * Address under which people open Grafana: `https://grafana.example.org`.
   *
   * @default http://localhost:3000, for kubectl port-forward service/dashboards 3000
   */
  readonly dashboardsUrl?: string;

  /**
   * Secret with the keys `user` and `password` of Grafana's administrator, and `secret-key` for what it keeps. Without it
   * Grafana does not start.
   *
   * @default grafana-admin
   */
  readonly dashboardsSecret?: string;

  /**
   * How people sign in to Grafana.
   *
   * @default - by a name and a password of Grafana's own
   */
  readonly dashboardsSignIn?: SignIn | undefined;
}

/**
 * Monitoring in one small process each: metrics and logs are kept, rules are evaluated, alerts are sent, dashboards
 * are shown. What must run on every node is in `constructs/node-agents`.
 *
 * The chart in which it is made must have a namespace.
 *
 * @example
 * new MonitoringStack(chart, 'Monitoring', {
 *   storage: (name) => new LocalStorage(chart, name, { name, node: 'a', size: Size.gibibytes(5) }),
 * });
 */
export class MonitoringStack extends Construct {
  /** Grafana, for whoever publishes it. */
  readonly dashboards: DashboardServer;

  constructor(scope: Construct, id: string, props: MonitoringStackProps) {
    super(scope, id);
    const { receivers = {}, heartbeat, parts = [], teams = [] } = props;
    refuse(this, problems(props));
    const storage = volumesFrom(props.storage);
    const keptFree = props.keptFree ?? { metrics: shareOf(storage.metrics, 0.05), logs: shareOf(storage.logs, 0.1) };
    new MetricsStore(this, 'Metrics', {
      retention: props.retention ?? Duration.days(90),
      storage: storage.metrics,
      keptFree: keptFree.metrics,
      jobs: parts.flatMap(({ scrape = [] }) => scrape),
      owners: ownersOf(teams),
    });
    new ClusterState(this, 'Cluster state');
    new RuleEvaluator(this, 'Rules', { groups: this.rules(props), ofTeams: teamRules(teams) });
    new AlertRouter(this, 'Alerts', { receivers, routes: props.routes, heartbeat, storage: storage.alerts });
    new LogStore(this, 'Logs', {
      retention: props.logRetention ?? Duration.days(14),
      storage: storage.logs,
      keptFree: keptFree.logs,
    });
    this.dashboards = new DashboardServer(this, 'Dashboards', {
      storage: storage.dashboards,
      url: props.dashboardsUrl ?? 'http://localhost:3000',
      secret: props.dashboardsSecret ?? 'grafana-admin',
      signIn: props.dashboardsSignIn,
      ofParts: parts.flatMap(({ dashboards = [] }) => dashboards),
      own: props.dashboards ?? {},
      ofTeams: props.teamDashboards ?? {},
    });
    for (const { build } of parts) build?.(this);
  }

  private rules({ parts = [], expected = {}, fullDisk, alerts = [] }: MonitoringStackProps): RuleGroup[] {
    return ruleGroups({
      namespace: Chart.of(this).namespace as string,
      expected: {
        ...expected,
        scraped: [...(expected.scraped ?? []), ...parts.flatMap(({ expects = [] }) => expects)],
      },
      fullDisk,
      ofParts: parts.flatMap(({ rules = [] }) => rules),
      own: alerts,
    });
  }
}
