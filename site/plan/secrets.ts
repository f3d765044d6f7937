import type { Site } from '../site.ts';
import { platformNamespaces } from './namespaces.ts';

/** A Secret that the site refers to and that is never in git. */
export interface SecretPlan {
  readonly name: string;
  readonly namespace: string;

  /** The keys that it must have, and what belongs in each. */
  readonly keys: Readonly<Record<string, string>>;

  /** What does not work without it. */
  readonly for: string;
}

/** Secret with the administrator of Grafana. */
export const DASHBOARDS_SECRET = 'grafana-admin';

type Monitored = Pick<Site, 'monitoring'>;
type Guarded = Pick<Site, 'signOn' | 'home'>;

/** Every Secret that the platform of a site expects, in the order of namespace and name. */
export function secretsOf(site: Monitored & Guarded): SecretPlan[] {
  return [...monitoringSecrets(site), ...guardSecrets(site)].sort((one, other) =>
    placeOf(one).localeCompare(placeOf(other), 'en'),
  );
}

function placeOf({ namespace, name }: SecretPlan): string {
  return `${namespace}/${name}`;
}

function guardSecrets({ signOn, home }: Guarded): SecretPlan[] {
  const signingOn = signOn && {
    name: signOn.secret,
    namespace: platformNamespaces.signOn.name,
    keys: {
      'client-id': 'name that the provider gave your application',
      'client-secret': 'secret that it gave with it',
      'cookie-secret': '32 random bytes, as docs/guards.md makes them',
    },
    for: 'nobody can sign on',
  };
  return [...(signingOn ? [signingOn] : []), ...passwordFiles(home)];
}

/** One Secret may guard several services. */
function passwordFiles(home: Site['home']): SecretPlan[] {
  const names = Object.values(home?.services ?? {}).flatMap(({ guard, passwords }) =>
    guard === 'basic' && passwords ? [passwords] : [],
  );
  return [...new Set(names)].map((name) => ({
    name,
    namespace: platformNamespaces.home.name,
    keys: { auth: 'users and hashes of their passwords; npm run password makes a line' },
    for: 'the services behind it do not answer',
  }));
}

function monitoringSecrets({ monitoring: { notify, heartbeat } }: Monitored): SecretPlan[] {
  const namespace = platformNamespaces.monitoring.name;
  const secret = (name: string | undefined, reason: string, keys: SecretPlan['keys']): SecretPlan[] =>
    name ? [{ name, namespace, keys, for: reason }] : [];
  return [
    ...secret(DASHBOARDS_SECRET, 'Grafana does not start', {
      user: 'name of the administrator',
      password: 'password of the administrator, at least 12 characters',
    }),
    ...secret(notify.mail?.secret, 'no alert comes by mail', {
      password: `password of ${notify.mail?.user} at ${notify.mail?.server}`,
    }),
    ...secret(notify.telegram, 'no alert comes by Telegram', {
      token: 'token of your bot, from @BotFather',
      chat: 'number of the chat',
    }),
    ...secret(notify.slack, 'no alert comes by Slack', { url: 'address of an incoming webhook' }),
    ...secret(notify.webhook, 'no alert comes to the webhook', { url: 'address that takes alerts' }),
    ...secret(heartbeat, 'nobody hears of it when the node dies', { url: 'address that misses a call' }),
  ];
}

/** What a synth says of the Secrets that its site expects; empty where there are none. */
export function secretsText(secrets: readonly SecretPlan[]): string {
  if (secrets.length === 0) return '';
  const lines = secrets.map((secret) => `  ${placeOf(secret)}  ${Object.keys(secret.keys).join(', ')}`);
  return `secrets: ${secrets.length} expected in the cluster, none in dist/ (npm run secrets)\n\n${lines.join('\n')}\n`;
}
