import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Comparison, compare } from './comparison.ts';
import { contestsOf } from './contests.ts';
import { goalsText } from './goals.ts';
import { machineText, workFolder } from './machine.ts';
import { type Options, optionsOf } from './options.ts';
import { losses, ratiosOf } from './ratios.ts';
import { keptRatios, write } from './record.ts';
import { comparisonText, startUpText } from './report.ts';
import { startUps } from './start-up.ts';

/** Compares, prints as it goes, and keeps the results where it was asked to. */
export async function bench(root: string, args: readonly string[]): Promise<void> {
  const options = optionsOf(args);
  const place = workFolder();
  const folder = mkdtempSync(join(place, 'armstead-bench-'));
  // It may hold gigabytes of memory, so it goes even if somebody ends the benchmark.
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const report: string[] = [];
  const say = (text: string) => {
    report.push(text);
    process.stdout.write(`${text}\n`);
  };
  say(`${new Date().toISOString().slice(0, 10)}, ${machineText(place)}`);
  say(startUpText(await startUps(root, options.runs)));
  const comparisons = await compareAll(options, root, folder, say);
  const ratios = ratiosOf(comparisons);
  say(goalsText(ratios));
  if (options.check) process.stdout.write(losses(keptRatios(root), ratios).join(''));
  if (options.write) write(root, report.join('\n'), ratios);
}

async function compareAll(
  options: Options,
  root: string,
  folder: string,
  say: (text: string) => void,
): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const [index, contest] of contestsOf(options, root, folder).entries()) {
    const own = join(folder, `contest-${index}`);
    const comparison = await compare(contest, root, own);
    rmSync(own, { recursive: true, force: true });
    comparisons.push(comparison);
    say(comparisonText(comparison));
  }
  return comparisons;
}
