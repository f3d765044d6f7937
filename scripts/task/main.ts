import { end } from '../../launch/command-line.mjs';
import platform from '../../platform.ts';
import { reportText } from '../../site/index.ts';
import { planSite } from '../../site/plan/index.ts';
import { readProject } from '../../site/project.ts';
import { Failure, Kubectl, needCluster } from '../kubectl.ts';
import { type Chosen, chosenFrom, NoSuchTask, wantedFrom } from './choice.ts';
import { commandsFor, create, follow, nameOfRun } from './run.ts';

/** What a shell answers for a program that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** What `npm run task` does with these words. */
export async function main(words: readonly string[]): Promise<void> {
  try {
    process.exitCode = await start(words);
  } catch (error) {
    if (!(error instanceof NoSuchTask || error instanceof Failure)) end(error);
    say((error as Error).message);
    process.exitCode = 1;
  }
}

async function start(words: readonly string[]): Promise<number> {
  const wanted = wantedFrom(words);
  const project = readProject(platform);
  if (!project.ok) {
    process.stderr.write(reportText(project.problems, ''));
    return 1;
  }
  const { site, versions } = project.value;
  return run(chosenFrom(wanted, site, planSite(site, undefined, versions)));
}

async function run(chosen: Chosen): Promise<number> {
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
