import { end, UsageError } from '../../launch/command-line.mjs';
import { planSite } from '../../site/plan/index.ts';
import { statedProject } from '../site/stated.ts';
import { wantedFrom } from './arguments.ts';
import { passwordOf } from './ask.ts';
import { placeOf } from './place.ts';
import { HiddenPrompt } from './prompt.ts';
import { htpasswdLine, passwordsText } from './secret.ts';

/** What `npm run password` does with these words. */
export async function main(words: readonly string[]): Promise<void> {
  try {
    await print(words);
  } catch (error) {
    if (error instanceof UsageError) end(error);
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

/** Prints the passwords of the users that the command line names, for the place where they belong. */
async function print(words: readonly string[]): Promise<void> {
  const wanted = wantedFrom(words);
  const { site, versions } = statedProject();
  const place = placeOf(wanted, planSite(site, undefined, versions));
  const prompt = new HiddenPrompt(process.stdin);
  try {
    const lines: string[] = [];
    for (const user of wanted.users) lines.push(htpasswdLine(user, await passwordOf(user, prompt)));
    process.stdout.write(passwordsText(place, lines));
  } finally {
    prompt.close();
  }
}
