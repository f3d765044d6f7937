import { UsageError, wordsOf } from '../command-line.mjs';

/** What is asked of `npm run password`. */
export interface Wanted {
  /** Name of the Secret. */
  readonly secret: string;
  readonly namespace: string;

  /** Who gets a password, at least one. */
  readonly users: readonly string[];
}

const USAGE = `usage: npm run --silent password -- SECRET USER... [--namespace NAMESPACE] | kubectl apply --filename -

  Asks for a password for each user and prints a Secret for the guard 'basic' to standard output. Nothing is written
  to a file. Whoever applies it replaces all users of the Secret of that name.

  SECRET                  name of the Secret, as 'passwords' in platform.ts has it
  USER                    name to sign in with, without colon
  --namespace NAMESPACE   namespace of the service, 'home' for a home service (the default)`;

const SECRET = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** Reads the command line. */
export function wantedFrom(words: readonly string[]): Wanted {
  const { positionals, values } = wordsOf(COMMAND, words);
  const [secret, ...users] = positionals;
  if (secret === undefined) throw new UsageError(USAGE, 'SECRET and USER are missing');
  if (users.length === 0) throw new UsageError(USAGE, 'USER is missing');
  if (!SECRET.test(secret)) throw new UsageError(USAGE, `${secret} is not the name of a Secret`);
  for (const user of users) {
    if (!/^[^\s:]+$/.test(user)) throw new UsageError(USAGE, `'${user}' is not a user: no colon and no spaces`);
  }
  if (new Set(users).size < users.length) throw new UsageError(USAGE, 'a user stands there twice');
  return { secret, namespace: values.namespace, users };
}

const COMMAND = {
  usage: USAGE,
  options: { namespace: { type: 'string', default: 'home' } },
  most: Number.POSITIVE_INFINITY,
} as const;
