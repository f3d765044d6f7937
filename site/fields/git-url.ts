import { type Breach, type FieldCheck, proposal } from './breach.ts';
import { gitAddress } from './git-address.ts';
import { noPage } from './git-page.ts';
import { text } from './text.ts';

const EXAMPLE = 'https://github.com/you/platform.git';

/** A user name with a password, or anything before the `@` of an address by HTTP. */
const IN_FRONT = /^(https?:\/\/)[^@/]*@|^(\w+:\/\/[^@/:]*):[^@/]*@|^([^@/:\s]*):[^@/\s]*@/i;

/** What stands behind a `?` or a `#`; git has no use for either. */
const BEHIND = /[?#].*$/s;

/** How tokens of GitHub and GitLab begin. */
const TOKEN = /\b(gh[pousr]_|github_pat_|glpat-|gldt-)[\w-]+/g;

const noCredentials: FieldCheck<string> = {
  id: 'no-credentials',
  breach: (value) => {
    const shown = value.replace(IN_FRONT, '$1$2$3...@').replace(BEHIND, '').replace(TOKEN, '...');
    if (IN_FRONT.test(value) || shown !== value.replace(BEHIND, '')) return secret(shown, value);
    return BEHIND.test(value) ? query(shown, value) : undefined;
  },
};

function secret(found: string, value: string): Breach {
  return {
    found,
    rule: 'holds a name, a password or a token, which would stand in dist/ for all to read',
    ...write(without(value), ", and secret: 'platform-repository' beside url; docs/gitops.md tells how to make it"),
  };
}

function query(shown: string, value: string): Breach {
  return {
    found: `${shown}${BEHIND.exec(value)?.[0][0]}...`,
    rule: 'goes on behind the repository; a token there would stand in dist/ for all to read',
    ...write(without(value)),
  };
}

/** The address without whatever may be secret. */
function without(value: string): string | undefined {
  const address = value.replace(IN_FRONT, (_, http = '', ssh = '') => http || (ssh && `${ssh}@`)).replace(BEHIND, '');
  return gitAddress(address) && !address.match(TOKEN) ? address : undefined;
}

const write = (address: string | undefined, more?: string) => proposal(address, `an address such as ${EXAMPLE}`, more);

const repository: FieldCheck<string> = {
  id: 'repository',
  breach: (value) => {
    const address = gitAddress(value);
    if (!address) return { rule: reason(value), ...write(addressLike(value)) };
    return LOOPBACK.test(address.host) ? { rule: SEEN_BY_NOBODY_ELSE, ...write(undefined) } : undefined;
  },
};

/** What every machine calls itself. */
const LOOPBACK = /^(localhost|127(\.\d+){3}|0\.0\.0\.0)$/;

const SEEN_BY_NOBODY_ELSE = 'is an address of this computer, which in the cluster leads to the cluster itself';

function reason(value: string): string {
  if (/^(http|git|ftp):\/\//i.test(value)) return 'is read without encryption: on the way anybody could change it';
  if (/^([.~]?\.?\/|[a-z]:\\|file:)/i.test(value))
    return 'is a folder of this computer, which the cluster does not see';
  if (COLON.test(value)) return 'has the name of an owner where the number of a port belongs';
  if (PORT.test(value)) return 'has the number of a port where the name of an owner belongs';
  return 'is not the address of a git repository';
}

/** `ssh://git@host:owner/x`: two spellings in one. */
const COLON = /^ssh:\/\/([^/:]+):(?!\d+\/)/i;

/** `git@host:2222/owner/x`: the short spelling has no place for a port. */
const PORT = /^([\w.-]+@[\w.-]+):(\d+\/)/;

/** The address that was most likely meant, if there is one that git takes. */
function addressLike(value: string): string | undefined {
  const meant = value
    .trim()
    .replace(/^git clone\s+/, '')
    .replace(/\/+$/, '')
    .replace(COLON, 'ssh://$1/')
    .replace(PORT, 'ssh://$1:$2')
    .replace(/^(?:https?|git):\/\/[^/]*/i, (server) => server.toLowerCase().replace(/^(http|git):/, 'https:'))
    .replace(/^([\w.-]+@[\w.-]+)\/(?=\S)/, '$1:')
    .replace(/^(?=[\w-]+(\.[\w-]+)+\/\S)/, 'https://');
  return gitAddress(meant) ? meant : undefined;
}

/** The address from which Argo CD reads. */
export const gitUrl = text('the address of your repository', EXAMPLE, noCredentials, repository, noPage);
