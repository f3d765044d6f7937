import { type NotifyInput, notifySchema } from '../channels/index.ts';
import { secretName } from '../channels/secret-name.ts';
import { check } from '../fields/breach.ts';
import { volumeSize } from '../fields/disks.ts';
import { object } from '../fields/object.ts';
import { span } from '../fields/quantities.ts';
import { text } from '../fields/text.ts';
import { type AlertInput, alertsSchema } from './alerts.ts';
import { type DashboardExport, dashboardsSchema } from './dashboards.ts';
import { type PeopleInput, peopleSchema } from './members.ts';

/** Logs of everything that runs in the cluster. */
export interface LogsInput {
  /**
   * How long logs are kept, while there is room: the oldest go first.
   *
   * @default 14d
   */
  readonly retention?: string;

  /**
   * Disk for logs.
   *
   * @default 4Gi
   */
  readonly disk?: string;
}

/** Metrics of the cluster and of home, logs, alerts and dashboards. */
export interface MonitoringInput {
  /**
   * How long metrics are kept: `90d`, `12w`, `1y`.
   *
   * @default 90d
   */
  readonly retention?: string;

  /**
   * Disk for metrics, at least 1Gi; what the retention needs is checked against it.
   *
   * @default 5Gi
   */
  readonly disk?: string;

  /**
   * Key of the node on whose disk the data lies.
   *
   * @default - the first node
   */
  readonly node?: string;

  /**
   * Logs of everything that runs in the cluster.
   *
   * @default - two weeks on 4Gi
   */
  readonly logs?: LogsInput;

  /**
   * Who hears of alerts.
   *
   * @default - nobody; alerts can only be seen
   */
  readonly notify?: NotifyInput;

  /**
   * Name of a Secret with the key `url`: an outside address that is called every five minutes and that tells you when
   * the calls stop. It is the only way to hear of it when the only node dies.
   *
   * @default - none
   */
  readonly heartbeat?: string;

  /**
   * Alerts beside those that every site has, under their names.
   *
   * @default - none
   */
  readonly alerts?: Readonly<Record<string, AlertInput>>;

  /**
   * Dashboards beside those that every site has, under names of your choice, which Grafana shows as the names of files.
   *
   * @default - none
   */
  readonly dashboards?: Readonly<Record<string, DashboardExport>>;

  /**
   * Who may ask questions of their own in Grafana and keep dashboards there. All others who sign on may look.
   *
   * @default - nobody
   */
  readonly editors?: PeopleInput;

  /**
   * Who may change everything in Grafana.
   *
   * @default - nobody but the administrator of the Secret `grafana-admin`
   */
  readonly admins?: PeopleInput;
}

/** VictoriaMetrics does not start with less than a day or more than 100 years (flag `-retentionPeriod`). */
const retention = span(
  check('at-least-a-day', ({ hours }) => hours >= 24, { rule: 'is less than a day', fix: 'write at least 1d' }),
  check('at-most-100-years', ({ hours }) => hours <= 100 * 8760, {
    rule: 'is more than 100 years',
    fix: 'write at most 100y',
  }),
);

export const monitoringSchema = object("{ retention: '90d', disk: '5Gi' }", {
  retention: retention.prefault('90d'),
  disk: volumeSize.prefault('5Gi'),
  node: text('the key of a node', 'a').optional(),
  logs: object("{ retention: '14d', disk: '4Gi' }", {
    retention: retention.prefault('14d'),
    disk: volumeSize.prefault('4Gi'),
  }).prefault({}),
  notify: notifySchema.prefault({}),
  heartbeat: secretName('alerts-heartbeat').optional(),
  alerts: alertsSchema.optional(),
  dashboards: dashboardsSchema.optional(),
  editors: peopleSchema.optional(),
  admins: peopleSchema.optional(),
});
