import type { Site } from '../site.ts';

type Repository = Pick<Site['git'], 'url'>;

/** How Argo CD gets into a repository: by SSH with a key, by HTTPS with a token, or from a disk without either. */
export type Credential = 'key' | 'token' | 'disk';

/** Which credential an address needs. */
export function credentialOf({ url }: Repository): Credential {
  if (url.startsWith('file:')) return 'disk';
  return /^https?:/.test(url) ? 'token' : 'key';
}

/**
 * Servers whose keys Argo CD knows by itself, in the spelling of a file of known hosts.
 *
 * From `configs.ssh.knownHosts` in the values of its chart.
 */
const KNOWN_SERVERS = [
  'bitbucket.org',
  'github.com',
  'gitlab.com',
  'ssh.dev.azure.com',
  'vs-ssh.visualstudio.com',
  '[ssh.github.com]:443',
];

/** The server of an address by SSH, in the spelling of a file of known hosts: `[git.example.org]:2222`. */
export function serverOf({ url }: Repository): string {
  const [, host = '', port] =
    /^ssh:\/\/(?:[^@/]+@)?([^:/]+)(?::(\d+))?\//.exec(url) ?? /^[\w.-]+@([\w.-]+):/.exec(url) ?? [];
  return port === undefined || port === '22' ? host : `[${host}]:${port}`;
}

/** Whether Argo CD knows the server of an address by SSH without being told its keys. */
export function isKnownServer(repository: Repository): boolean {
  return KNOWN_SERVERS.includes(serverOf(repository));
}

/** What a file of known hosts says of the site's own git server; empty without keys. */
export function knownHosts({ url, hostKeys = [] }: Site['git']): string {
  return hostKeys.map((key) => `${serverOf({ url })} ${key}\n`).join('');
}
