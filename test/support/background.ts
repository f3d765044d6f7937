import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { Program } from './programs.ts';
import { pathOf } from './programs.ts';

/** Programs that run beside a test and end with it. */
export class Background {
  readonly #running: ChildProcess[] = [];

  /** Starts a program; what it writes is shown if it ends before its time. */
  start(program: Program, args: readonly string[]): void {
    const child = spawn(pathOf(program), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const keep = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('exit', (code) => {
      if (code !== null && code !== 0) process.stderr.write(`${program} ended with ${code}:\n${said}\n`);
    });
    this.#running.push(child);
  }

  /** Ends every program and waits until it has. */
  async stop(): Promise<void> {
    await Promise.all(
      this.#running.map((child) => {
        if (child.exitCode !== null || child.signalCode !== null) return undefined;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        return ended;
      }),
    );
  }
}

/** A port of this machine that nobody uses. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Asks again until there is an answer other than undefined; what went wrong last is told when time is up. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>, seconds = 60): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${what} did not happen within ${seconds} s${last ? `: ${last}` : ''}`);
}
