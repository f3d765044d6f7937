import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { largestProcess } from './memory.ts';
import type { Side } from './side.ts';

/** What one run has taken, in seconds. */
export interface Run {
  readonly wall: number;

  /** Processor time of the command and of every process that it started. */
  readonly cpu: number;
}

/** A run that has taken more than this many seconds is ended. */
const LIMIT = 60;

/** What is there when a run begins: no output, or that of the run before. */
export type Start = 'cold' | 'unchanged';

/** A command, and what comes before it. */
export type Command = Pick<Side, 'name' | 'command' | 'cwd' | 'env'>;

/** Runs a side once; `undefined` where it was ended for taking too long. */
export async function measure(side: Side, start: Start = 'cold'): Promise<Run | undefined> {
  if (start === 'cold') rmSync(side.output, { recursive: true, force: true });
  return await run(side);
}

/** Runs a command once; `undefined` where it was ended for taking too long. */
export async function run(command: Command, watch?: (pid: number) => void): Promise<Run | undefined> {
  const begun = process.hrtime.bigint();
  const child = started(command);
  const end = () => process.kill(-(child.pid as number), 'SIGKILL');
  process.once('exit', end);
  const tooLong = new AbortController();
  const limit = wait(LIMIT * 1000, 'over', { signal: tooLong.signal }).catch(() => 'under');
  watch?.(child.pid as number);
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  if ((await Promise.race([ended, limit])) === 'over') end();
  const [[status], times, said] = await ended;
  process.off('exit', end);
  tooLong.abort();
  const wall = Number(process.hrtime.bigint() - begun) / 1e9;
  if (wall > LIMIT) return undefined;
  if (status !== 0) throw new Error(`${command.name} has failed:\n${said.slice(-4000)}`);
  return { wall, cpu: childrenSeconds(times) };
}

/** The shell counts what its children take; what the command itself prints goes nowhere. */
function started({ command, cwd, env }: Command) {
  // A process group of its own, so that all of it can be ended.
  return spawn('sh', ['-c', `{ ${command}; } >/dev/null && times`], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

/** The second line of `times`: user and system time of the children, as `0m1.250s 0m0.310s`. */
export function childrenSeconds(times: string): number {
  const [, amounts = ''] = times.trim().split('\n');
  const parts = Array.from(
    amounts.matchAll(/(\d+)m([\d.]+)s/g),
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return parts.reduce((total, part) => total + part, 0);
}

/** Milliseconds between two looks at the memory of processes. */
const LOOK = 3;

/**
 * The most memory, in mebibytes, that the largest process of a side has had; `undefined` where the system does not tell.
 *
 * Looking takes time itself, so this is a run that nobody times.
 */
export async function peakMemory(side: Side): Promise<number | undefined> {
  rmSync(side.output, { recursive: true, force: true });
  if (!isLinux()) return undefined;
  let most = 0;
  let timer: NodeJS.Timeout | undefined;
  const look = (group: number) => {
    timer = setInterval(() => {
      most = Math.max(most, largestProcess(group));
    }, LOOK);
  };
  try {
    await run(side, look);
  } finally {
    clearInterval(timer);
  }
  return most;
}

function isLinux(): boolean {
  try {
    return readFileSync('/proc/self/status').length > 0;
  } catch {
    return false;
  }
}
