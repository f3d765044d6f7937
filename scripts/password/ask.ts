import { randomBytes } from 'node:crypto';
import type { HiddenPrompt } from './prompt.ts';
import { passwordProblem } from './secret.ts';

/** Asks until the password is good; an empty answer makes a random one and shows it. */
export async function passwordOf(user: string, prompt: HiddenPrompt): Promise<string> {
  for (;;) {
    const password = await prompt.ask(`Password for ${user} (leave empty for a random one): `);
    if (password === '') return random(user);
    const problem = passwordProblem(password) ?? (await difference(password, prompt));
    if (!problem) return password;
    process.stderr.write(`  It ${problem}.\n`);
  }
}

/** Nobody sees what is typed, so it is typed twice; what comes from a file or a program was written once. */
async function difference(password: string, prompt: HiddenPrompt): Promise<string | undefined> {
  if (!prompt.isTyped) return undefined;
  return (await prompt.ask('The same again: ')) === password ? undefined : 'was not the same the second time';
}

function random(user: string): string {
  const password = randomBytes(18).toString('base64url');
  process.stderr.write(`  Password of ${user}: ${password}\n`);
  return password;
}
