import type { Check } from './breach.ts';
import { text } from './text.ts';

const EXAMPLE = 'https://github.com/you/platform.git';

/** `https://host/path`, `ssh://host/path`, `user@host:path`, or a repository on the cluster's own disk. */
const FORMS = [
  /^https:\/\/[^\s/]+\/[^\s]+$/,
  /^ssh:\/\/[^\s/]+\/[^\s]+$/,
  /^[\w.-]+@[\w.-]+:[^\s]+$/,
  /^file:\/\/\/[^\s]+$/,
];

/** A user name with a password, or a token in the place of a name. */
const CREDENTIALS = /^(https?:\/\/)[^@/]*@|^(ssh:\/\/[^@/:]*):[^@/]*@/;

const noCredentials: Check<string> = {
  id: 'no-credentials',
  breach: (value) =>
    CREDENTIALS.test(value)
      ? {
          found: value.replace(CREDENTIALS, '$1$2...@'),
          rule: 'holds a name or a password, which would stand in dist/ for all to read',
          fix: "write the address without it, and secret: 'platform-repository' beside url; docs/gitops.md tells how to make it",
        }
      : undefined,
};

const repository: Check<string> = {
  id: 'repository',
  breach: (value) =>
    FORMS.some((form) => form.test(value))
      ? undefined
      : { rule: 'is not the address of a git repository', fix: `write ${addressLike(value)}` },
};

function addressLike(value: string): string {
  const rest = value.replace(/^(http|git):\/\//, '');
  return /^[\w-]+(\.[\w-]+)+\/\S+$/.test(rest) ? `https://${rest}` : `an address such as ${EXAMPLE}`;
}

/** What the address bar shows, behind the address of the repository, while one looks at a branch or a file. */
const PAGE = /^(https:\/\/[^/]+\/[^/]+\/.+?)(\.git)?\/(-\/)?(tree|blob|commits?)\/.+$/;

const noPage: Check<string> = {
  id: 'no-page',
  breach: (value) => {
    const address = PAGE.exec(value)?.[1];
    return address === undefined
      ? undefined
      : { rule: 'is a page of the repository, not the repository', fix: `write ${address}.git` };
  },
};

/** The address from which Argo CD reads. */
export const gitUrl = text('the address of your repository', EXAMPLE, noCredentials, repository, noPage);
