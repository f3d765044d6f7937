import { randomBytes } from 'node:crypto';
import { end, UsageError } from '../command-line.mjs';
import { wantedFrom } from './arguments.ts';
import { HiddenPrompt } from './prompt.ts';
import { htpasswdLine, passwordProblem, secretManifest } from './secret.ts';

/** Prints the Secret of the users that the command line names; answers the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const wanted = wantedFrom(words);
  const prompt = new HiddenPrompt(process.stdin);
  try {
    const lines: string[] = [];
    for (const user of wanted.users) lines.push(htpasswdLine(user, await passwordOf(user, prompt)));
    process.stdout.write(secretManifest(wanted, lines));
  } finally {
    prompt.close();
  }
  return 0;
}

/** Asks until the password is good; an empty answer makes a random one and shows it. */
async function passwordOf(user: string, prompt: HiddenPrompt): Promise<string> {
  for (;;) {
    const password = await prompt.ask(`Password for ${user} (leave empty for a random one): `);
    if (password === '') return random(user);
    const problem = passwordProblem(password);
    if (!problem) return password;
    process.stderr.write(`  It ${problem}.\n`);
  }
}

function random(user: string): string {
  const password = randomBytes(18).toString('base64url');
  process.stderr.write(`  Password of ${user}: ${password}\n`);
  return password;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) end(error);
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
