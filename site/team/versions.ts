import { z } from 'zod';
import { isExactTag } from '../../kubernetes/images.ts';
import { type FieldCheck, proposal } from '../fields/breach.ts';
import { misfit } from '../fields/checked.ts';
import { wholeNumber } from '../fields/numbers.ts';
import { text } from '../fields/text.ts';
import { jsonDraft } from '../json-file.ts';
import { type Draft, parser } from '../parser.ts';
import { serviceName } from './names.ts';

/** Folder of the files that say which version of what runs where; commands and CI write them. */
export const VERSIONS_FOLDER = 'versions';

/** The file of a team: `versions/shop.json`. */
export function versionsFile(team: string): string {
  return `${VERSIONS_FOLDER}/${team}.json`;
}

/** A tag (distribution/reference: 128 characters), which a digest may follow behind an `@`, or a digest alone. */
const REFERENCE = /^([A-Za-z0-9_][\w.-]{0,127}(@sha256:[0-9a-f]{64})?|sha256:[0-9a-f]{64})$/;

/** What may be meant by a reference with more before it: its digest, or its tag. */
function versionLike(value: string): string | undefined {
  return /(sha256:[0-9a-f]{64})$/.exec(value)?.[1] ?? /^[^:]*:([\w.-]+)$/.exec(value)?.[1];
}

const reference: FieldCheck<string> = {
  id: 'reference',
  breach: (value) =>
    value !== '' && REFERENCE.test(value)
      ? undefined
      : {
          rule: 'is not a version of an image',
          ...proposal(versionLike(value), 'its tag, such as 1.4.2, or its digest, sha256:...'),
        },
};

/** What moves would run another program after a restart than before, and no commit would say so. */
const exact: FieldCheck<string> = {
  id: 'exact',
  breach: (value) =>
    /sha256:[0-9a-f]{64}$/.test(value) || isExactTag(value)
      ? undefined
      : {
          rule: 'may be another image tomorrow',
          fix: 'write what never moves: 1.4.2, the beginning of a commit such as sha-3f2a1b9, or sha256:...',
        },
};

const released = z.strictObject(
  {
    version: text('a version', '1.4.2', reference, exact),
    secrets: wholeNumber('a version of its secrets', 1, 9999).optional(),
  },
  {
    error: misfit({
      what: 'a version',
      fix: () => 'write "1.4.2", or { "version": "1.4.2", "secrets": 2 }',
      standIn: { version: '1.4.2' },
    }),
  },
);

/** What runs of one service in one environment. */
export type Released = Readonly<z.output<typeof released>>;

const short = z.preprocess(
  (value) => (typeof value === 'string' ? { version: value } : value),
  released,
) as unknown as z.ZodType<Released, string | Released>;

const environment = text('an environment', 'prod');

const group = (fix: string) => misfit({ what: 'a group of names in braces', fix: () => fix, standIn: {} });

const versionsSchema = z.record(
  serviceName,
  z.record(environment, short, { error: group('write { "prod": "1.4.2" }') }),
  { error: group('write { "storefront": { "prod": "1.4.2" } }') },
);

/** Which version of each service of a team runs in each environment. */
export type Versions = Readonly<z.output<typeof versionsSchema>>;

const read = parser(versionsSchema, []);

/** What a team has released; nothing where it has no such file. */
export function versionsDraft(team: string, path = versionsFile(team)): Draft<Versions> {
  const file = versionsFile(team);
  const again = 'restore it from git, or write { "storefront": { "prod": "1.4.2" } }';
  return jsonDraft(path, file, { read, again }) ?? read({}, file);
}
