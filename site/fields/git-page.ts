import { type Breach, type FieldCheck, proposal } from './breach.ts';
import { type GitAddress, gitAddress } from './git-address.ts';

/** Servers at which a repository has exactly two names: its owner's and its own. */
const OF_TWO_NAMES = ['github.com', 'www.github.com', 'codeberg.org', 'bitbucket.org'];

/** Servers at which it has at least two. */
const OF_MORE_NAMES = ['gitlab.com'];

/** What stands in the address bar behind a repository, while one looks at a branch, a file or a list of it. */
const PAGES =
  /^(-|tree|blob|commits?|raw|src|pulls?|issues|merge_requests|actions|releases|tags|branches|wiki|settings|compare)$/;

/** The rule that an address is the one of a repository, not of a page around it. */
export const noPage: FieldCheck<string> = {
  id: 'no-page',
  breach: (value) => {
    const address = gitAddress(value);
    if (!address || address.scheme === 'file') return undefined;
    return lacksRepository(address) ? ofOwner(address) : ofRepository(address);
  },
};

function lacksRepository({ host, path }: GitAddress): boolean {
  return [...OF_TWO_NAMES, ...OF_MORE_NAMES].includes(host) && path.length < 2;
}

function ofOwner({ before, path }: GitAddress): Breach {
  return {
    rule: 'is the page of a person or an organisation, not of a repository',
    fix: `write the name of the repository behind it, such as ${before}${path[0]}/platform.git`,
  };
}

function ofRepository({ before, host, path }: GitAddress): Breach | undefined {
  const names = namesOf(host, path);
  if (names === path.length) return undefined;
  const repository = path
    .slice(0, names)
    .join('/')
    .replace(/\.git$/, '');
  return {
    rule: 'is a page of the repository, not the repository',
    ...proposal(`${before}${repository}.git`, ''),
  };
}

/** How many parts of a path are the names of the repository. */
function namesOf(host: string, path: readonly string[]): number {
  if (OF_TWO_NAMES.includes(host)) return 2;
  const end = path.findIndex((part) => part.endsWith('.git'));
  if (end >= 0) return end + 1;
  const page = path.findIndex((part, index) => index >= 2 && PAGES.test(part));
  return page < 0 ? path.length : page;
}
