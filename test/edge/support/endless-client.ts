import { ask } from './client.ts';
import type { Echo } from './servers.ts';

/** Questions that are under way at once. */
const AT_ONCE = 4;

/** What a client met that asked without pause. */
export interface Record {
  /** Who answered. */
  readonly servers: ReadonlySet<string>;

  /** Every question that was not answered as it should. */
  readonly failures: readonly string[];
  readonly answers: number;
}

/**
 * Sends orders to an address without pause while something goes on.
 *
 * Orders (POST), because nobody may send one a second time: a question that meets a dead pod the edge asks another.
 */
export async function asking(address: string, meanwhile: () => Promise<void>): Promise<Record> {
  const servers = new Set<string>();
  const failures: string[] = [];
  let answers = 0;
  let going = true;

  async function loop(): Promise<void> {
    while (going) {
      try {
        const { status, body } = await ask(address, { method: 'POST', body: 'order' });
        if (status !== 200) failures.push(`${status}`);
        else servers.add((JSON.parse(body) as Echo).server);
        answers += 1;
      } catch (error) {
        failures.push((error as Error).message);
      }
    }
  }

  const loops = Promise.all(Array.from({ length: AT_ONCE }, loop));
  try {
    await meanwhile();
  } finally {
    going = false;
    await loops;
  }
  return { servers, failures, answers };
}
