import { setTimeout as pause } from 'node:timers/promises';
import { kubectl } from '../../cluster/support/kubectl.ts';

/** Runs kubectl; what it complains of is thrown. */
export function run(args: readonly string[], input = ''): string {
  const { succeeded, output, complaints } = kubectl(args, input);
  if (!succeeded) throw new Error(`kubectl ${args.join(' ')}: ${complaints}`);
  return output;
}

/** Applies objects server-side, as Argo CD does. */
export function apply(objects: readonly object[]): void {
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  run(['apply', '--server-side', '--force-conflicts', '--filename=-'], JSON.stringify(list));
}

/** Longest wait: an order takes seconds, and a Certificate whose order failed waits for the next one. */
const PATIENCE_SECONDS = 180;

/** Asks again and again until the answer is not `undefined`; too long a wait fails with what it waited for. */
export async function until<Answer>(
  what: string,
  ask: () => Answer | undefined | Promise<Answer | undefined>,
): Promise<Answer> {
  const end = Date.now() + PATIENCE_SECONDS * 1000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(250);
  }
  throw new Error(`waited ${PATIENCE_SECONDS} seconds for ${what}`);
}
