import type { AddressRecord } from '../../site/plan/index.ts';
import { NoAnswer, type Resolve } from './view.ts';

/** A host that is not found, or is found elsewhere. */
export interface Stray {
  readonly name: string;
  readonly problem: string;
}

/**
 * The hosts that Let's Encrypt would not find at the edge.
 *
 * Production allows five failures an account, host and hour, so this is checked before the word is changed.
 *
 * @throws {NoAnswer} where no server answers
 */
export async function strays(records: readonly AddressRecord[], resolve: Resolve): Promise<Stray[]> {
  const everywhere = records.filter(({ audience }) => audience === 'everywhere');
  const found = await Promise.all(everywhere.map((record) => stray(record, resolve)));
  return found.filter((one) => one !== undefined);
}

async function stray({ name, address }: AddressRecord, resolve: Resolve): Promise<Stray | undefined> {
  try {
    const others = (await resolve(name)).filter((found) => found !== address);
    return others.length === 0 ? undefined : { name, problem: `leads to ${others.join(', ')}, not to ${address}` };
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    return { name, problem: `does not resolve (${(error as NodeJS.ErrnoException).code ?? error})` };
  }
}
