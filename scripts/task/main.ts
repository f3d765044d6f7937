import { planSite } from '../../site/plan/index.ts';
import { run } from '../failure.ts';
import { Kubectl, needCluster } from '../kubectl.ts';
import { statedProject } from '../site/stated.ts';
import { type Chosen, chosenFrom, wantedFrom } from './choice.ts';
import { commandsFor, create, follow, nameOfRun } from './run.ts';

/** What a shell answers for a program that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** What `npm run task` does with these words. */
export function main(words: readonly string[]): Promise<void> {
  return run(() => {
    const wanted = wantedFrom(words);
    const { site, versions } = statedProject();
    return start(chosenFrom(wanted, site, planSite(site, undefined, versions)));
  });
}

async function start(chosen: Chosen): Promise<number> {
  const kubectl = new Kubectl();
  await needCluster(kubectl);
  const { spoken, environment, namespace } = chosen;
  const job = nameOfRun(chosen, Date.now());
  await create(kubectl, job, chosen);
  const commands = commandsFor(job, namespace);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      kubectl.stop();
      say(`\n${spoken} goes on; to see it again:\n  ${commands.see}\nand to end it:\n  ${commands.end}`);
      process.exit(INTERRUPTED);
    });
  }
  say(`${spoken} runs in ${environment}, as the Job ${job} in ${namespace}; to see it again:\n  ${commands.see}`);
  return follow(kubectl, job, chosen, say);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
