import { object } from '../fields/object.ts';
import { pattern } from '../fields/text.ts';

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

const URL_FORM = /^(https:\/\/|ssh:\/\/|file:\/\/\/|git@[\w.-]+:)[^\s]+$/;

export const gitSchema = object('the repository: { url }', {
  url: pattern(
    'the address of your repository, such as https://github.com/you/platform.git',
    URL_FORM,
    'is not the address of a git repository',
  ),
  branch: pattern('a branch such as main', /^[\w][\w./-]*$/, 'is not the name of a branch').default('main'),
  path: pattern(
    'a folder such as dist',
    /^(?!.*\.\.)[\w][\w./-]*[\w-]$/,
    'is not a folder inside the repository',
    'write a path without leading or final slash and without .., such as dist',
  ).default('dist'),
});
