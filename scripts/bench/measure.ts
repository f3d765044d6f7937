import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { Side } from './side.ts';

/** What one run has taken, in seconds. */
export interface Run {
  readonly wall: number;

  /** Processor time of the command and of every process that it started. */
  readonly cpu: number;
}

/** Runs a side once, with no output there at the start. */
export function measure({ name, command, cwd, output, env }: Side): Run {
  rmSync(output, { recursive: true, force: true });
  const begun = process.hrtime.bigint();
  // The shell counts what its children take; nobody else may listen to the command.
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${command} >&2 && times`], { cwd, env, encoding: 'utf8' });
  const wall = Number(process.hrtime.bigint() - begun) / 1e9;
  if (status !== 0) throw new Error(`${name} has failed:\n${stderr}`);
  return { wall, cpu: childrenSeconds(stdout) };
}

/** The second line of \`times\`: user and system time of the children, as \`0m1.250s 0m0.310s\`. */
function childrenSeconds(times: string): number {
  const amounts =
    times
      .trim()
      .split('\n')
      .at(-1)
      ?.matchAll(/(\d+)m([\d.]+)s/g) ?? [];
  return Array.from(amounts, ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds)).reduce(
    (a, b) => a + b,
    0,
  );
}
