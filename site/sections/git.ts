import type { Check } from '../fields/breach.ts';
import { gitUrl } from '../fields/git-url.ts';
import { object } from '../fields/object.ts';
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
}

const folder: Check<string> = {
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
});
