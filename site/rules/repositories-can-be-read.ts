import { credentialOf, isKnownServer, serverOf } from '../plan/repository.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

/** Argo CD gets into the repository: with a key where it needs one, at a server that it knows, and without idle parts. */
export const repositoriesCanBeRead: Rule = {
  id: 'repositories-can-be-read',
  conflicts: ({ git }) => [...credentials(git), ...server(git)],
};

function credentials(git: Site['git']): Conflict[] {
  const credential = credentialOf(git);
  if (credential === 'key' && git.secret === undefined) {
    return [
      {
        path: ['git', 'secret'],
        with: [['git', 'url']],
        found: '',
        rule: 'is missing: nobody reads a repository by SSH without a key, not even a public one',
        fix: "write secret: 'platform-repository', or url with https:// if the repository is public",
      },
    ];
  }
  if (credential !== 'disk' || git.secret === undefined) return [];
  return [
    {
      path: ['git', 'secret'],
      with: [['git', 'url']],
      rule: 'is not needed for a repository on a disk',
      fix: 'leave it out',
    },
  ];
}

function server(git: Site['git']): Conflict[] {
  const bySsh = credentialOf(git) === 'key';
  if (bySsh && git.hostKeys === undefined && !isKnownServer(git)) {
    return [
      {
        path: ['git', 'hostKeys'],
        with: [['git', 'url']],
        found: '',
        rule: `is missing, and Argo CD does not know the server ${serverOf(git)}`,
        fix: "write hostKeys: ['ssh-ed25519 AAAA...'], the key that `ssh-keyscan` prints and that the server's owner confirms",
      },
    ];
  }
  if (bySsh || git.hostKeys === undefined) return [];
  return [
    {
      path: ['git', 'hostKeys'],
      with: [['git', 'url']],
      found: '',
      rule: 'does nothing without an address by SSH',
      fix: 'leave it out, or write url by SSH, such as git@git.example.org:you/platform.git',
    },
  ];
}
