import { type ChildProcess, spawn } from 'node:child_process';
import { type Application, standing } from './argo-cd.ts';

/** Every standing of the Applications since the watch began: what a look now and then would miss. */
export class Standings {
  readonly #lines: string[] = [];
  readonly #watch: ChildProcess;
  #rest = '';

  constructor() {
    const words = ['get', 'applications.argoproj.io', '--namespace', 'argocd', '--watch', '--output=json'];
    this.#watch = spawn('kubectl', words, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#watch.stdout?.on('data', (chunk: Buffer) => this.#take(chunk.toString()));
  }

  /** Those of one Application, oldest first. */
  of(name: string): readonly string[] {
    return this.#lines.filter((line) => line.startsWith(`${name}: `));
  }

  stop(): void {
    this.#watch.kill();
  }

  /** kubectl writes one object after the other, each of which ends with a brace at the beginning of a line. */
  #take(text: string): void {
    const parts = (this.#rest + text).split(/^}\n/m);
    this.#rest = parts.pop() ?? '';
    this.#lines.push(...parts.map((part) => standing(JSON.parse(`${part}}`) as Application)));
  }
}
