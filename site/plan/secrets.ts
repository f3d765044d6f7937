import { statedChannels } from '../channels/index.ts';
import type { Site } from '../site.ts';
import { DASHBOARD_SIGN_IN_SECRET, dashboardSignIn } from './dashboard-sign-in.ts';
import { platformNamespaces } from './namespaces.ts';
import { nameInVault, type Owner, PLATFORM } from './owners.ts';
import { DASHBOARDS } from './platform-hosts.ts';
import { credentialOf } from './repository.ts';
import type { SecretNeed, SecretPlan, SecretUse } from './secret-need.ts';
import { SIGN_ON } from './sign-on.ts';

/** Secret with the administrator of Grafana. */
export const DASHBOARDS_SECRET = 'grafana-admin';

/** What a site says of everything that needs a Secret. */
type Needing = Pick<Site, 'monitoring' | 'git' | 'gitops'> & Partial<Pick<Site, 'signOn' | 'home'>>;

type Monitored = Pick<Site, 'monitoring'> & Partial<Pick<Site, 'signOn'>>;

/** Every Secret that the platform of a site expects, in the order of namespace and name. */
export function secretsOf(site: Needing): SecretPlan[] {
  return ownedSecrets(PLATFORM, secretUses(site));
}

/** The Secrets of one owner, each of which may have several uses, in the order of namespace and name. */
export function ownedSecrets(owner: Owner, uses: readonly SecretUse[]): SecretPlan[] {
  const needs = new Map<string, SecretNeed>();
  for (const { field: _, ...use } of uses) {
    const earlier = needs.get(placeOf(use));
    needs.set(placeOf(use), earlier ? together(earlier, use) : use);
  }
  return [...needs.values()]
    .sort((one, other) => placeOf(one).localeCompare(placeOf(other), 'en'))
    .map((need) => ({ ...need, owner, inVault: nameInVault(owner, need.name) }));
}

/** Every use of a Secret in the platform of a site. */
export function secretUses(site: Needing): SecretUse[] {
  return [
    ...repositorySecrets(site),
    ...webhookSecrets(site),
    ...monitoringSecrets(site),
    ...signOnSecrets(site),
    ...passwordSecrets(site),
  ];
}

/** One Secret for two uses: it has the keys of both. */
function together(one: SecretNeed, other: SecretNeed): SecretNeed {
  const { files = [], labels, stated } = one;
  return {
    ...one,
    keys: { ...one.keys, ...other.keys },
    for: `${one.for}; ${other.for}`,
    kept: one.kept === true || other.kept === true,
    ...((one.files || other.files) && { files: [...files, ...(other.files ?? [])] }),
    ...((labels || other.labels) && { labels: { ...labels, ...other.labels } }),
    ...((stated || other.stated) && { stated: { ...stated, ...other.stated } }),
  };
}

function placeOf({ namespace, name }: SecretNeed): string {
  return `${namespace}/${name}`;
}

/**
 * The credential of a private repository, in the form in which Argo CD looks for it.
 *
 * It stays whatever a commit does: without it Argo CD could not even read the commit that brings it back.
 */
function repositorySecrets({ git }: Needing): SecretUse[] {
  if (git.secret === undefined) return [];
  const keys: SecretNeed['keys'] =
    credentialOf(git) === 'key'
      ? { sshPrivateKey: 'private half of a deploy key without passphrase' }
      : { username: 'name that the git host expects with a token; most take any', password: 'token that may read' };
  return [
    {
      name: git.secret,
      field: ['git', 'secret'],
      namespace: platformNamespaces.argoCd.name,
      keys,
      files: ['sshPrivateKey'],
      for: 'Argo CD cannot read the repository, and the cluster stays as it is',
      labels: { 'argocd.argoproj.io/secret-type': 'repository' },
      stated: { type: 'git', url: git.url },
      kept: true,
    },
  ];
}

function webhookSecrets({ gitops: { webhook } }: Needing): SecretUse[] {
  if (!webhook) return [];
  return [
    {
      name: webhook.secret,
      field: ['gitops', 'webhook', 'secret'],
      namespace: platformNamespaces.argoCd.name,
      keys: { secret: 'what the git host signs its calls with: 32 random bytes (openssl rand -hex 32)' },
      for: 'calls of the git host are not believed',
      labels: { 'app.kubernetes.io/part-of': 'argocd' },
    },
  ];
}

function monitoringSecret(
  name: string | undefined,
  reason: string,
  keys: SecretPlan['keys'],
  ...field: readonly string[]
): SecretUse[] {
  const { name: namespace } = platformNamespaces.monitoring;
  if (!name) return [];
  return [{ name, namespace, keys, for: reason, ...(field.length > 0 && { field: ['monitoring', ...field] }) }];
}

function monitoringSecrets({ monitoring, signOn }: Monitored): SecretUse[] {
  const { notify, heartbeat } = monitoring;
  const ofGrafana = (...words: Parameters<typeof monitoringSecret>) =>
    monitoringSecret(...words).map((use) => ({ ...use, restart: DASHBOARDS.service }));
  return [
    ...ofGrafana(DASHBOARDS_SECRET, 'Grafana does not start', {
      user: 'name of the administrator',
      password: 'password of the administrator, at least 12 characters',
      'secret-key': 'what seals what Grafana keeps, never changed: 32 random bytes (openssl rand -hex 32)',
    }),
    ...ofGrafana(dashboardSignIn({ monitoring, signOn }) && DASHBOARD_SIGN_IN_SECRET, 'Grafana does not start', {
      'client-id': `name under which ${signOn?.provider} knows Grafana`,
      'client-secret': 'its password there',
    }),
    ...channelSecrets(notify),
    ...monitoringSecret(
      heartbeat,
      'nobody hears of it when the node dies',
      { url: 'address that misses a call' },
      'heartbeat',
    ),
  ];
}

/** The Secrets of those who hear of alerts. */
export function channelSecrets(notify: Needing['monitoring']['notify']): SecretUse[] {
  return statedChannels(notify).map(({ name: channel, written, channel: { secret, without } }) => {
    const { name, keys, field } = secret(written);
    return {
      name,
      namespace: platformNamespaces.monitoring.name,
      keys,
      for: without,
      field: ['monitoring', 'notify', channel, ...(field === undefined ? [] : [field])],
    };
  });
}

function signOnSecrets({ signOn }: Needing): SecretUse[] {
  if (!signOn) return [];
  const keys = {
    'client-id': `name under which ${signOn.provider} knows the sign-on`,
    'client-secret': 'its password there',
    'cookie-secret': 'what encrypts the cookies: 32 random bytes (openssl rand -hex 16)',
  };
  const { name: namespace } = platformNamespaces.signOn;
  const field = ['signOn', 'secret'];
  return [{ name: signOn.secret, field, namespace, keys, for: 'nobody signs on', restart: SIGN_ON }];
}

/** The password files of services at home; two services may share one. */
function passwordSecrets({ home }: Needing): SecretUse[] {
  const guarded = Object.entries(home?.services ?? {}).filter(([, { guard }]) => guard === 'basic');
  const first = new Map<string, string>();
  for (const [service, { passwords }] of guarded) {
    if (passwords !== undefined && !first.has(passwords)) first.set(passwords, service);
  }
  return [...first].map(([name, service]) => ({
    ...passwordSecret(platformNamespaces.home.name, name),
    field: ['home', 'services', service, 'passwords'],
  }));
}

/** A password file in a namespace. */
export function passwordSecret(namespace: string, name: string): SecretUse {
  return {
    ...{ name, namespace, files: ['auth'], passwords: true },
    keys: { auth: 'users and the hashes of their passwords, as npm run password makes them' },
    for: 'the services behind it answer to nobody',
  };
}

/** What a synth says of the Secrets that its site expects; empty where there are none. */
export function secretsText(secrets: readonly SecretNeed[]): string {
  if (secrets.length === 0) return '';
  const lines = secrets.map((secret) => `  ${placeOf(secret)}  ${Object.keys(secret.keys).join(', ')}`);
  return `secrets: ${secrets.length} expected in the cluster, none in dist/ (npm run secrets)\n\n${lines.join('\n')}\n`;
}
