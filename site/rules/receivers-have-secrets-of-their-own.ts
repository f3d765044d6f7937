import { DASHBOARD_SIGN_IN_SECRET } from '../plan/dashboard-sign-in.ts';
import { DASHBOARDS_SECRET } from '../plan/secrets.ts';
import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';
import type { Rule } from './rule.ts';

/** Somebody who reads keys of a Secret in the namespace of monitoring. */
interface Reader {
  /** Who it is, for others that want the same key. */
  readonly who: string;
  readonly secret: string | undefined;
  readonly keys: readonly string[];

  /**
   * Where the site names the Secret.
   *
   * @default - nowhere: its name is fixed
   */
  readonly path?: Path;
}

/** No two receivers read one key of one Secret: what one of them needs there, the other would send to a stranger. */
export const receiversHaveSecretsOfTheirOwn: Rule = {
  id: 'receivers-have-secrets-of-their-own',
  conflicts: (site) => {
    const readers = readersOf(site);
    return readers.flatMap(({ path, secret, keys }, index) => {
      const shares = (other: Reader) => other.secret === secret && other.keys.some((key) => keys.includes(key));
      const other = readers.slice(0, index).find(shares);
      if (!path || secret === undefined || !other) return [];
      const key = other.keys.find((one) => keys.includes(one));
      return [
        {
          path,
          rule: `is the Secret of ${other.who} too, with the same key ${key}`,
          fix: `put what belongs here into a Secret of its own, and write its name, such as ${another(secret, path)}`,
          ...(other.path && { with: [other.path] }),
        },
      ];
    });
  },
};

/** A name that no other reader of the site has by the same advice. */
function another(secret: string, path: Path): string {
  const receiver = path.filter((part) => part !== 'secret').at(-1);
  const name = `alerts-${receiver}`;
  return name === secret ? `${name}-2` : name;
}

function readersOf({ monitoring: { notify, heartbeat } }: Site): Reader[] {
  const receiver = (name: string, secret: string | undefined, keys: readonly string[], more: Path = []): Reader => {
    const path = ['monitoring', 'notify', name, ...more];
    return { who: path.join('.'), path, secret, keys };
  };
  const fixed = (secret: string, keys: readonly string[]): Reader => ({ who: 'Grafana', secret, keys });
  return [
    fixed(DASHBOARDS_SECRET, ['user', 'password']),
    fixed(DASHBOARD_SIGN_IN_SECRET, ['client-id', 'client-secret']),
    receiver('mail', notify.mail?.secret, ['password'], ['secret']),
    receiver('telegram', notify.telegram, ['token', 'chat']),
    receiver('slack', notify.slack, ['url']),
    receiver('webhook', notify.webhook, ['url']),
    { who: 'monitoring.heartbeat', path: ['monitoring', 'heartbeat'], secret: heartbeat, keys: ['url'] },
  ];
}
