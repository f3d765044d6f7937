import { setTimeout as pause } from 'node:timers/promises';

/** Longest wait in seconds: on a node of its own making the images are pulled first. */
const PATIENCE = Number(process.env.CLUSTER_PATIENCE_SECONDS ?? 300);

/**
 * Asks again and again, a second apart, until nothing is left to wait for.
 *
 * @param missing what is waited for, a sentence each; it is what the error lists when patience ends
 */
export async function untilNothing(missing: () => readonly string[]): Promise<void> {
  const end = Date.now() + PATIENCE * 1000;
  let left = missing();
  while (left.length > 0) {
    if (Date.now() > end) throw new Error(`after ${PATIENCE} seconds still waiting:\n  ${left.join('\n  ')}`);
    await pause(1000);
    left = missing();
  }
}
