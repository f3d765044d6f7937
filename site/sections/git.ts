import type { FieldCheck } from '../fields/breach.ts';
import { gitUrl } from '../fields/git-url.ts';
import { listOf, object } from '../fields/object.ts';
import { secretName } from '../fields/secret-name.ts';
import { isSshPublicKey, sshPublicKey } from '../fields/ssh-key.ts';
import { matches, text } from '../fields/text.ts';

/** The repository that Argo CD reads. */
export interface GitInput {
  /** Address of your own copy of this repository, `https://...`, `ssh://...` or `git@host:path`. */
  readonly url: string;

  /**
   * Branch that the cluster follows.
   *
   * @default main
   */
  readonly branch?: string;

  /**
   * Folder inside the repository that holds the synthesized files.
   *
   * Change it only if this project is not at the top of your repository: `platform/dist`.
   *
   * @default dist
   */
  readonly path?: string;

  /**
   * Name of the Secret with which Argo CD reads a private repository: a deploy key for an address by SSH, a token for
   * one by HTTPS. `npm run bootstrap` makes it; `docs/gitops.md` tells how.
   *
   * @default - none: the repository is public
   */
  readonly secret?: string;

  /**
   * Keys by which a git server of your own proves who it is, for an address by SSH: `ssh-ed25519 AAAA...`, as
   * `ssh-keyscan` prints them behind the host. Those of GitHub, GitLab, Bitbucket and Azure are known.
   *
   * @default - none
   */
  readonly hostKeys?: readonly string[];
}

const folder: FieldCheck<string> = {
  id: 'folder',
  breach: (value) => {
    if (isFolder(value)) return undefined;
    const meant = value.replace(/^(\.?\/)+|\/+$/g, '');
    return {
      rule: 'is not a folder inside the repository',
      fix: isFolder(meant) ? `write ${meant}` : 'write a path without .. and without spaces, such as dist',
    };
  },
};

function isFolder(path: string): boolean {
  return path.split('/').every((name) => /^\w[\w.-]*$/.test(name));
}

const isHostKey = sshPublicKey({
  id: 'host-key',
  rule: 'is not the key of a server',
  fix: 'write a kind and a key, as `ssh-keyscan` prints them behind the host: ssh-ed25519 AAAA...',
});

const hostKey: FieldCheck<string> = {
  id: isHostKey.id,
  breach: (value) => {
    if (isSshPublicKey(value)) return undefined;
    const words = value.trim().split(/\s+/);
    const meant = [words.slice(0, 2), words.slice(1, 3)].map((two) => two.join(' ')).find(isSshPublicKey);
    if (meant === undefined) return isHostKey.breach(value);
    return { rule: 'is not the key of a server', fix: `write the key and nothing else: ${meant}`, instead: meant };
  },
};

/** No key in a message works: one that does would be copied. */
const KEY_EXAMPLE = {
  shown: 'ssh-ed25519 AAAA...',
  standIn: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAfuCHKVTjquxvt6CM6tdG4SLp1Btn/nOeHHE5UOzRdf',
};

export const gitSchema = object("{ url: 'https://github.com/you/platform.git' }", {
  url: gitUrl,
  branch: text(
    'a branch',
    'main',
    matches(
      'branch-name',
      /^(?!.*(\.\.|\/\/|\/\.|\.lock(\/|$)))[\w][\w./+#-]*(?<![./])$/,
      'is not the name of a branch',
      'write the name as `git branch` shows it, such as main',
    ),
  ).default('main'),
  path: text('a folder', 'dist', folder).default('dist'),
  secret: secretName('platform-repository').optional(),
  hostKeys: listOf('keys of your git server', KEY_EXAMPLE, text('a key', KEY_EXAMPLE, hostKey)).optional(),
});
