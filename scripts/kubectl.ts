import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { Failure } from './failure.ts';
import { IS_READY, NO_CLUSTER, NO_CONTEXT } from './reach.mjs';

/** What a kubectl has said. */
export interface Said {
  readonly succeeded: boolean;
  readonly output: string;
  readonly complaints: string;
}

/**
 * Runs kubectl, one at a time, so that a Ctrl-C in the terminal does not reach it: this program decides what ends.
 */
export class Kubectl {
  private running: ChildProcess | undefined;

  /** Runs it and answers what it says. */
  async ask(...words: readonly string[]): Promise<Said> {
    const child = this.start(words, 'pipe');
    const [output, complaints, code] = await Promise.all([
      child.stdout ? text(child.stdout) : '',
      child.stderr ? text(child.stderr) : '',
      ended(child),
    ]);
    return { succeeded: code === 0, output, complaints: complaints.trim() };
  }

  /** Runs it with the output of this program, and answers when it has ended. */
  async show(...words: readonly string[]): Promise<void> {
    await ended(this.start(words, 'inherit'));
  }

  /** Ends the one that runs, if any. */
  stop(): void {
    this.running?.kill();
  }

  private start(words: readonly string[], output: 'pipe' | 'inherit'): ChildProcess {
    this.running = spawn('kubectl', words, { detached: true, stdio: ['ignore', output, output] });
    return this.running;
  }
}

/** Refuses to begin where kubectl reaches no cluster. */
export async function needCluster(kubectl: Kubectl): Promise<void> {
  if (!(await kubectl.ask('config', 'current-context')).succeeded) throw new Failure(NO_CONTEXT);
  if (!(await kubectl.ask(...IS_READY)).succeeded) throw new Failure(NO_CLUSTER);
}

/** Reads what the cluster has; the words are those behind `kubectl get`. */
export async function read<T>(kubectl: Kubectl, ...words: readonly string[]): Promise<T> {
  const { succeeded, output, complaints } = await kubectl.ask('get', ...words, '--output', 'json');
  if (!succeeded) throw new Failure(`kubectl get ${words.join(' ')} failed:\n${complaints}`);
  return JSON.parse(output) as T;
}

async function ended(child: ChildProcess): Promise<number | null> {
  try {
    const [code] = await once(child, 'close');
    return code;
  } catch (error) {
    throw new Failure(`kubectl cannot be started (${(error as Error).message}); install it and put it on the PATH`);
  }
}
