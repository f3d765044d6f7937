import { grouped } from '../../site/index.ts';
import { type Amounts, isSame, RESOURCES } from './amounts.ts';

/** One pod, and the nodes on which it may run. */
export interface Piece {
  readonly name: string;
  readonly amounts: Amounts;
  readonly nodes: readonly string[];
}

/** Lists of nodes as text: of thousands of pods most have the same list, and it may be long. */
const texts = new WeakMap<readonly string[], string>();

/** On which nodes a pod may run, as text that can be compared. */
export function choiceText(nodes: readonly string[]): string {
  const known = texts.get(nodes);
  if (known !== undefined) return known;
  const text = nodes.join();
  texts.set(nodes, text);
  return text;
}

/** Whether two pods take the same and may run on the same nodes: what holds for one of them holds for the other. */
export function isAlike(one: Piece, other: Piece): boolean {
  return isSame(one.amounts, other.amounts) && choiceText(one.nodes) === choiceText(other.nodes);
}

/** Pods in groups of those that are alike. */
export function alike(pieces: readonly Piece[]): Piece[][] {
  const byChoice = grouped(pieces, ({ nodes }) => choiceText(nodes));
  return [...byChoice.values()].flatMap((group) => [
    ...grouped(group, ({ amounts }) => RESOURCES.map((resource) => amounts[resource]).join()).values(),
  ]);
}
