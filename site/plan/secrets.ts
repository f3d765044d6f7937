import type { Site } from '../site.ts';
import { DASHBOARD_SIGN_IN_SECRET, dashboardSignIn } from './dashboard-sign-in.ts';
import { platformNamespaces } from './namespaces.ts';
import { wayTo } from './repository.ts';

/** A Secret that the site refers to and that is never in git. */
export interface SecretPlan {
  readonly name: string;
  readonly namespace: string;

  /** The keys that it must have, and what belongs in each. */
  readonly keys: Readonly<Record<string, string>>;

  /**
   * Those of the keys that hold a whole file, at whose end a line break belongs.
   *
   * @default - none: a line break would be a part of the password
   */
  readonly files?: readonly string[];

  /**
   * Whether its keys hold users and their passwords, as `npm run password` makes them.
   *
   * @default false
   */
  readonly passwords?: boolean;

  /** What does not work without it. */
  readonly for: string;

  /**
   * Labels by which it is found.
   *
   * @default - none: it is found by its name
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Further keys, whose values are no secret.
   *
   * @default - none
   */
  readonly stated?: Readonly<Record<string, string>>;

  /**
   * Whether it stays in the cluster when a commit removes what makes it.
   *
   * @default false
   */
  readonly kept?: boolean;
}

/** Secret with the administrator of Grafana. */
export const DASHBOARDS_SECRET = 'grafana-admin';

/** What a site says of everything that needs a Secret. */
type Needing = Pick<Site, 'monitoring' | 'git' | 'gitops'> & Partial<Pick<Site, 'signOn' | 'home'>>;

type Monitored = Pick<Site, 'monitoring'> & Partial<Pick<Site, 'signOn'>>;

/** Every Secret that the platform of a site expects, in the order of namespace and name. */
export function secretsOf(site: Needing): SecretPlan[] {
  return [
    ...repositorySecrets(site),
    ...webhookSecrets(site),
    ...monitoringSecrets(site),
    ...signOnSecrets(site),
    ...passwordSecrets(site),
  ].sort((one, other) => placeOf(one).localeCompare(placeOf(other), 'en'));
}

function placeOf({ namespace, name }: SecretPlan): string {
  return `${namespace}/${name}`;
}

/**
 * The way into a private repository, in the form in which Argo CD looks for it.
 *
 * It stays whatever a commit does: without it Argo CD could not even read the commit that brings it back.
 */
function repositorySecrets({ git }: Needing): SecretPlan[] {
  if (git.secret === undefined) return [];
  const keys: SecretPlan['keys'] =
    wayTo(git) === 'key'
      ? { sshPrivateKey: 'private half of a deploy key without passphrase' }
      : { username: 'name that the git host expects with a token; most take any', password: 'token that may read' };
  return [
    {
      name: git.secret,
      namespace: platformNamespaces.delivery.name,
      keys,
      files: ['sshPrivateKey'],
      for: 'Argo CD cannot read the repository, and the cluster stays as it is',
      labels: { 'argocd.argoproj.io/secret-type': 'repository' },
      stated: { type: 'git', url: git.url },
      kept: true,
    },
  ];
}

function webhookSecrets({ gitops: { webhook } }: Needing): SecretPlan[] {
  if (!webhook) return [];
  return [
    {
      name: webhook.secret,
      namespace: platformNamespaces.delivery.name,
      keys: { secret: 'what the git host signs its calls with: 32 random bytes (openssl rand -hex 32)' },
      for: 'calls of the git host are not believed',
      labels: { 'app.kubernetes.io/part-of': 'argocd' },
    },
  ];
}

function monitoringSecrets({ monitoring, signOn }: Monitored): SecretPlan[] {
  const { notify, heartbeat } = monitoring;
  const namespace = platformNamespaces.monitoring.name;
  const secret = (name: string | undefined, reason: string, keys: SecretPlan['keys']): SecretPlan[] =>
    name ? [{ name, namespace, keys, for: reason }] : [];
  return [
    ...secret(DASHBOARDS_SECRET, 'Grafana does not start', {
      user: 'name of the administrator',
      password: 'password of the administrator, at least 12 characters',
    }),
    ...secret(dashboardSignIn({ monitoring, signOn }) && DASHBOARD_SIGN_IN_SECRET, 'Grafana does not start', {
      'client-id': `name under which ${signOn?.provider} knows Grafana`,
      'client-secret': 'its password there',
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

function signOnSecrets({ signOn }: Needing): SecretPlan[] {
  if (!signOn) return [];
  const keys = {
    'client-id': `name under which ${signOn.provider} knows the sign-on`,
    'client-secret': 'its password there',
    'cookie-secret': 'what encrypts the cookies: 32 random bytes (openssl rand -hex 16)',
  };
  return [{ name: signOn.secret, namespace: platformNamespaces.signOn.name, keys, for: 'nobody signs on' }];
}

/** The password files of services at home; two services may share one. */
function passwordSecrets({ home }: Needing): SecretPlan[] {
  const guarded = Object.values(home?.services ?? {}).filter(({ guard }) => guard === 'basic');
  return [...new Set(guarded.flatMap(({ passwords }) => passwords ?? []))].map((name) => ({
    name,
    namespace: platformNamespaces.home.name,
    keys: { auth: 'users and the hashes of their passwords, as npm run password makes them' },
    files: ['auth'],
    passwords: true,
    for: 'the services behind it answer to nobody',
  }));
}

/** What a synth says of the Secrets that its site expects; empty where there are none. */
export function secretsText(secrets: readonly SecretPlan[]): string {
  if (secrets.length === 0) return '';
  const lines = secrets.map((secret) => `  ${placeOf(secret)}  ${Object.keys(secret.keys).join(', ')}`);
  return `secrets: ${secrets.length} expected in the cluster, none in dist/ (npm run secrets)\n\n${lines.join('\n')}\n`;
}
