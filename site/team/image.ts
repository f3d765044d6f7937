import { type FieldCheck, proposal } from '../fields/breach.ts';
import { text } from '../fields/text.ts';

/** A registry with a dot or a port in its name, then at least one part: what containerd needs without guessing. */
const REPOSITORY =
  /^(?=[^/]*[.:])[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)*(:\d{1,5})?(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)+$/;

const EXAMPLE = 'ghcr.io/acme/storefront';

/** The version stands in the file of versions: a release is a change of data. */
const noVersion: FieldCheck<string> = {
  id: 'no-version',
  breach: (value) => {
    const [, repository, version] = /^([^@]+?)(?::([^:/@]+))?(?:@.*)?$/.exec(value) ?? [];
    if (repository === undefined || (version === undefined && !value.includes('@'))) return undefined;
    return {
      rule: 'has a version, which stands in versions/<team>.json for each environment',
      ...proposal(repository, EXAMPLE),
    };
  },
};

const repository: FieldCheck<string> = {
  id: 'repository',
  breach: (value) =>
    REPOSITORY.test(value)
      ? undefined
      : {
          rule: 'is not where an image lies (registry and path in lower-case letters)',
          ...proposal(repositoryLike(value), EXAMPLE),
        },
};

/** Docker takes its own registry for granted. */
function repositoryLike(value: string): string | undefined {
  const bare = value
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/\/+$/, '');
  const [first = '', ...others] = bare.split('/');
  const whole = /[.:]/.test(first) ? bare : `docker.io/${others.length === 0 ? 'library/' : ''}${bare}`;
  return REPOSITORY.test(whole) ? whole : undefined;
}

/** Where an image lies, without a version. */
export const imageRepository = text('where the image lies', EXAMPLE, noVersion, repository);
