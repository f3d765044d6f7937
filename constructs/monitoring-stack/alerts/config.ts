import { stringify } from 'yaml';
import { configsOf, heartbeat as heartbeatCall, type Receivers } from './channels/index.ts';

/** What decides who hears of what. */
export interface AlertRoutes {
  readonly receivers: Receivers;

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
export function alertmanagerYaml({ receivers, heartbeat }: AlertRoutes): string {
  const config = {
    route: {
      receiver: EVERYBODY,
      // One message for one cause: what has one name in one namespace comes together.
      group_by: ['alertname', 'namespace'],
      group_wait: '30s',
      group_interval: '5m',
      repeat_interval: '24h',
      routes: [
        heartbeatRoute(heartbeat),
        { matchers: ['severity="none"'], receiver: NOBODY },
        // A team's own alerts go to the team; its routes belong here, before the ones for all.
        { matchers: ['severity="critical"'], receiver: EVERYBODY, repeat_interval: '4h' },
      ],
    },
    inhibit_rules: INHIBITIONS,
    receivers: [
      { name: EVERYBODY, ...configsOf(receivers) },
      { name: NOBODY },
      ...(heartbeat
        ? [{ name: HEARTBEAT, [heartbeatCall.section]: [heartbeatCall.config({ secret: heartbeat })] }]
        : []),
    ],
  };
  return stringify(config, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
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
];
