import { parseArgs } from 'node:util';

/** What is asked of `npm run password`. */
export interface Wanted {
  /** Name of the Secret. */
  readonly secret: string;
  readonly namespace: string;

  /** Who gets a password, at least one. */
  readonly users: readonly string[];
}

export const HELP = `npm run --silent password -- SECRET USER... [--namespace NAMESPACE] | kubectl apply --filename -

  Asks for a password for each user and prints a Secret for the guard 'basic' to standard output. Nothing is written
  to a file. Whoever applies it replaces all users of the Secret of that name.

  SECRET                  name of the Secret, as 'passwords' in platform.ts has it
  USER                    name to sign in with, without colon
  --namespace NAMESPACE   namespace of the service, 'home' for a home service (the default)`;

/** A mistake of the user on the command line. */
export class UsageError extends Error {}

const SECRET = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** Reads the command line. */
export function wantedFrom(words: readonly string[]): Wanted {
  const { positionals, namespace } = parsed(words);
  const [secret, ...users] = positionals;
  if (secret === undefined || users.length === 0) throw new UsageError(HELP);
  if (!SECRET.test(secret)) throw new UsageError(`${secret} is not the name of a Secret\n\n${HELP}`);
  for (const user of users) {
    if (!/^[^\s:]+$/.test(user)) throw new UsageError(`'${user}' is not a user: no colon and no spaces\n\n${HELP}`);
  }
  if (new Set(users).size < users.length) throw new UsageError(`a user stands there twice\n\n${HELP}`);
  return { secret, namespace, users };
}

function parsed(words: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { namespace: { type: 'string', default: 'home' } },
    });
    return { positionals, namespace: values.namespace };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${HELP}`);
  }
}
