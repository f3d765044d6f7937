import { setTimeout as sleep } from 'node:timers/promises';

/** How long the edge may take to hear of a change: far more than it needs, so that a slow machine fails no test. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

/** Asks until the answer is the wished one; the last other answer is in the error. */
export async function eventually<T>(question: () => Promise<T>, wished: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await question().catch((error: Error) => error);
    if (!(answer instanceof Error) && wished(answer)) return answer;
    if (Date.now() > end) throw new Error(`still not so: ${shown(answer)}`);
    await sleep(PAUSE_MS);
  }
}

/** Waits until a question is answered with a number, such as a status. */
export function becomes(question: () => Promise<number>, wished: number): Promise<number> {
  return eventually(question, (answer) => answer === wished);
}

function shown(answer: unknown): string {
  return answer instanceof Error ? answer.message : JSON.stringify(answer);
}
