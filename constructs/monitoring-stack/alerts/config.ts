import { stringify } from 'yaml';
import { type MailReceiver, type Receivers, receiverKeys, secretFile } from './receivers.ts';

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
      { name: EVERYBODY, ...integrations(receivers) },
      { name: NOBODY },
      ...(heartbeat ? [{ name: HEARTBEAT, webhook_configs: [webhook(heartbeat, false)] }] : []),
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

function integrations({ mail, telegram, slack, webhook: hook }: Receivers) {
  return {
    ...(mail && { email_configs: [mailOf(mail)] }),
    ...(telegram && { telegram_configs: [telegramOf(telegram.secret)] }),
    ...(slack && { slack_configs: [slackOf(slack.secret)] }),
    ...(hook && { webhook_configs: [webhook(hook.secret, true)] }),
  };
}

/** What a message says of each alert. */
const TEXT = [
  '{{ range .Alerts.Firing }}{{ .Annotations.summary }}',
  '{{ .Annotations.runbook }}',
  '',
  '{{ end }}{{ range .Alerts.Resolved }}Over: {{ .Annotations.summary }}',
  '{{ end }}',
].join('\n');

const TITLE =
  '{{ if eq .Status "firing" }}{{ .CommonLabels.severity }}{{ else }}over{{ end }}: {{ .GroupLabels.alertname }}';

function mailOf({ to, from, server, hello, user, secret }: MailReceiver) {
  const [password] = receiverKeys.mail;
  return {
    to,
    from,
    smarthost: server,
    hello,
    auth_username: user,
    auth_password_file: secretFile(secret, password),
    require_tls: true,
    send_resolved: true,
    headers: { Subject: TITLE },
    html: '',
    text: TEXT,
  };
}

function telegramOf(secret: string) {
  const [token, chat] = receiverKeys.telegram;
  return {
    bot_token_file: secretFile(secret, token),
    chat_id_file: secretFile(secret, chat),
    message: `${TITLE}\n${TEXT}`,
    // Plain text: a name with an underscore is no broken markup.
    parse_mode: '',
    send_resolved: true,
  };
}

function slackOf(secret: string) {
  return { api_url_file: secretFile(secret, 'url'), title: TITLE, text: TEXT, send_resolved: true };
}

function webhook(secret: string, resolved: boolean) {
  return { url_file: secretFile(secret, 'url'), send_resolved: resolved };
}
