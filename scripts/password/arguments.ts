import { UsageError, wordsOf } from '../../launch/command-line.mjs';
import { COMMAND } from './command.mjs';

/** What is asked of `npm run password`. */
export interface Wanted {
  /** Name of the Secret. */
  readonly secret: string;

  /**
   * Namespace of a Secret that `platform.ts` does not name.
   *
   * @default - where the service is that names it in `platform.ts`
   */
  readonly namespace?: string;

  /** Who gets a password, at least one. */
  readonly users: readonly string[];
}

const SECRET = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** Reads the command line. */
export function wantedFrom(words: readonly string[]): Wanted {
  const { positionals, values } = wordsOf(COMMAND, words);
  const [secret, ...users] = positionals;
  if (secret === undefined) throw refusal('SECRET and USER are missing');
  if (users.length === 0) throw refusal('USER is missing');
  if (!SECRET.test(secret)) throw refusal(`${secret} is not the name of a Secret`);
  for (const user of users) {
    if (!/^[^\s:]+$/.test(user)) throw refusal(`'${user}' is not a user: no colon and no spaces`);
  }
  if (new Set(users).size < users.length) throw refusal('a user stands there twice');
  return { secret, users, ...values };
}

function refusal(problem: string): UsageError {
  return new UsageError(COMMAND.usage, problem);
}
