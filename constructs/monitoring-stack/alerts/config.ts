import { stringify } from 'yaml';
import type { Labels } from '../../../kubernetes/labels.ts';
import { configsOf, heartbeat as heartbeatCall, type Receivers } from './channels/index.ts';

/** Who hears of the alerts with some labels, instead of everybody. */
export interface AlertRoute {
  /** Labels that an alert must have, all of them; no two routes have the same. */
  readonly labels: Labels;

  /** Who they are; where there are none, the alerts can only be seen. */
  readonly receivers: Receivers;
}

/** What decides who hears of what. */
export interface AlertRoutes {
  readonly receivers: Receivers;

  /**
   * Who hears of the alerts with some labels.
   *
   * @default - everybody hears of all of them
   */
  readonly routes?: readonly AlertRoute[] | undefined;

  /**
   * Secret with the address that misses us when nothing comes.
   *
   * @default - nobody misses us
   */
  readonly heartbeat?: string | undefined;
}

/** Names of the receivers in the configuration. */
const EVERYBODY = 'everybody';
const NOBODY = 'nobody';
const HEARTBEAT = 'heartbeat';

/** The configuration that Alertmanager reads, in its own words. */
export function alertmanagerYaml({ receivers, routes = [], heartbeat }: AlertRoutes): string {
  const config = {
    route: {
      receiver: EVERYBODY,
      // One message for one cause: what has one name in one namespace, or of one team, comes together.
      group_by: ['alertname', 'namespace', 'team', 'environment'],
      group_wait: '30s',
      group_interval: '5m',
      repeat_interval: '24h',
      routes: [
        heartbeatRoute(heartbeat),
        { matchers: ['severity="none"'], receiver: NOBODY },
        ...routes.map(routeByLabels),
        { matchers: ['severity="critical"'], receiver: EVERYBODY, repeat_interval: '4h' },
      ],
    },
    inhibit_rules: INHIBITIONS,
    receivers: [
      { name: EVERYBODY, ...configsOf(receivers) },
      ...routes.filter(isHeard).map((route) => ({ name: nameOf(route), ...configsOf(route.receivers) })),
      { name: NOBODY },
      ...(heartbeat
        ? [{ name: HEARTBEAT, [heartbeatCall.section]: [heartbeatCall.config({ secret: heartbeat })] }]
        : []),
    ],
  };
  return stringify(config, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}

/** Alerts with these labels go to their receivers alone; critical ones are repeated as often as those of everybody. */
function routeByLabels(route: AlertRoute) {
  return {
    matchers: Object.entries(route.labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`),
    receiver: isHeard(route) ? nameOf(route) : NOBODY,
    ...(isHeard(route) && { routes: [{ matchers: ['severity="critical"'], repeat_interval: '4h' }] }),
  };
}

/** Whether anybody is told, and the alerts are not only shown. */
function isHeard({ receivers }: AlertRoute): boolean {
  return Object.values(receivers).some((receiver) => receiver !== undefined);
}

/** Name of the receivers of a route: `team=shop environment=prod`. */
export function nameOf({ labels }: AlertRoute): string {
  return Object.entries(labels)
    .map(([label, value]) => `${label}=${value}`)
    .join(' ');
}

/** Proof of life, every five minutes; without an outside address it goes nowhere. */
function heartbeatRoute(heartbeat: string | undefined) {
  return {
    matchers: ['alertname="Watchdog"'],
    receiver: heartbeat ? HEARTBEAT : NOBODY,
    group_wait: '0s',
    group_interval: '1m',
    repeat_interval: '5m',
  };
}

/** What explains something else silences it. */
const INHIBITIONS = [
  {
    source_matchers: ['alertname="HomeTunnelDown"'],
    target_matchers: ['alertname="HomeTargetDown"'],
  },
  {
    source_matchers: ['alertname="PodCrashLooping"'],
    target_matchers: ['alertname=~"PodNotRunning|ContainerOutOfMemory"'],
    equal: ['namespace', 'pod'],
  },
  {
    source_matchers: ['alertname="ServiceDown"', 'service!=""'],
    target_matchers: ['alertname=~"ServiceNotReady|ServiceErrors|ServiceSlow"', 'service!=""'],
    equal: ['team', 'environment', 'service'],
  },
  {
    source_matchers: ['alertname="CronFailed"', 'cronjob!=""'],
    target_matchers: ['alertname="CronLate"', 'cronjob!=""'],
    equal: ['team', 'environment', 'cronjob'],
  },
];
