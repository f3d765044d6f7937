import { z } from 'zod';
import { check, type FieldCheck } from '../fields/breach.ts';
import { checked, misfit } from '../fields/checked.ts';
import { listOf } from '../fields/object.ts';
import { sizeLikeThis } from '../fields/quantities.ts';
import { matches, text } from '../fields/text.ts';

/** The form of POSIX, which every shell and language takes. */
function variable(example: string) {
  return text(
    'the name of a variable',
    example,
    matches(
      'variable',
      /^(?!__proto__$)[A-Za-z_][A-Za-z0-9_]{0,99}$/,
      'is not the name of a variable (letters, digits and underscores, no digit first)',
      `write a name such as ${example}`,
    ),
  );
}

/** A process starts with all of them, and Linux gives one at most 128 KiB. */
const shortEnough: FieldCheck<string> = check('short-enough', (value) => value.length <= 32_768, {
  found: 'the value',
  rule: 'is longer than 32768 characters',
  fix: 'put it into the image, or where the service reads it itself',
});

/** A number and a word of YAML are meant as text: a process sees nothing else. */
const value = checked(
  z.string({
    error: misfit({
      what: 'text',
      fix: (found) => {
        if (found === undefined) return "write its value, such as 'en', or leave it out";
        return ['number', 'boolean'].includes(typeof found) ? `write '${String(found)}'` : "write text, such as 'en'";
      },
      standIn: 'en',
    }),
  }),
  'en',
  [shortEnough],
);

export const envSchema = z.record(variable('LOCALE'), value, {
  error: misfit({ what: 'a group of variables', fix: () => "write { LOCALE: 'en' }", standIn: { LOCALE: 'en' } }),
});

const once: FieldCheck<readonly string[]> = {
  id: 'once',
  breach: (names) => {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    return twice === undefined ? undefined : { found: twice, rule: 'stands there twice', fix: 'write it once' };
  },
};

/** Names of secrets, each of which is a key and a variable. */
export const secretKeysSchema = checked(
  listOf('names of secrets', 'SESSION_KEY', variable('SESSION_KEY')),
  ['SESSION_KEY'],
  [once],
);

const directory = text(
  'a directory',
  '/tmp',
  matches(
    'directory',
    /^(\/(?!\.{1,2}(\/|$))[\w.-]+)+$/,
    'is not a directory (an absolute path without a slash at its end)',
    'write a path such as /tmp',
  ),
  check('not-the-kernels', (value) => !/^\/(proc|sys|dev|etc|bin|sbin|lib|lib64|usr)(\/|$)/.test(value), {
    rule: 'hides what the system or the image has there',
    fix: 'write another directory, such as /tmp or /var/cache/shop',
  }),
);

/** More than a node has beside the volumes of the platform. */
const scratchSize = sizeLikeThis(
  '64Mi',
  check('fits-a-node', ({ mebibytes }) => mebibytes <= 20 * 1024, {
    rule: 'is more than a node keeps for what is lost with the pod',
    fix: 'write at most 20Gi',
  }),
);

export const scratchSchema = z.record(directory, scratchSize, {
  error: misfit({
    what: 'a group of directories with their sizes',
    fix: () => "write { '/tmp': '64Mi' }",
    standIn: { '/tmp': '64Mi' },
  }),
});

/** What a service calls: one of its own team, or one of another. */
export const usesSchema = checked(
  listOf(
    'services',
    'search/api',
    text(
      'a service',
      'search/api',
      matches(
        'use',
        /^([a-z][-a-z0-9]*\/)?[a-z][-a-z0-9]*$/,
        'is not the name of a service',
        'write the name of one of your own, or team/service, such as search/api',
      ),
    ),
  ),
  ['search/api'],
  [once],
);
