import { lacking, less, NOTHING, sum } from './amounts.ts';
import { isAlike, type Piece } from './pieces.ts';
import type { Room } from './rooms.ts';

/** Tries after which the search gives up: some tens of milliseconds. */
const TRIES = 20_000;

/** The most pods for which every distribution is looked through: more would only use up the tries. */
const SEARCHED = 200;

/** Whether pods can be distributed over nodes: `unknown` where the search gave up. */
export type Packed = 'yes' | 'no' | 'unknown';

/**
 * Looks for a distribution of pods over nodes, the largest pods first.
 *
 * Whether one exists is a bin-packing question, which no quick method answers for every case; for the few pods and nodes
 * of a site the search ends nearly always.
 */
export function pack(pieces: readonly Piece[], rooms: readonly Room[]): Packed {
  const size = sum(rooms);
  const weight = ({ amounts }: Piece) =>
    Math.max(amounts.millicores / size.millicores, amounts.memoryMebibytes / size.memoryMebibytes);
  const sorted = [...pieces].sort((one, other) => one.nodes.length - other.nodes.length || weight(other) - weight(one));
  const enough = lacking(size, sum([NOTHING, ...pieces.map(({ amounts }) => amounts)])) === undefined;
  if (!enough) return 'no';
  if (firstFit(sorted, rooms)) return 'yes';
  return pieces.length > SEARCHED ? 'unknown' : place(sorted, rooms, { left: TRIES });
}

/** Gives each pod to the first node with room, which is enough nearly always. */
function firstFit(sorted: readonly Piece[], rooms: readonly Room[]): boolean {
  const left = new Map(rooms.map((room) => [room.key, room]));
  let next = 0;
  return sorted.every((piece, index) => {
    const { amounts, nodes } = piece;
    const previous = sorted[index - 1];
    // A node that had no room for the one before has none for another one like it.
    if (!previous || !isAlike(previous, piece)) next = 0;
    while (next < nodes.length && isFull(left.get(nodes[next] as string), amounts)) next++;
    const room = left.get(nodes[next] ?? '');
    if (room) left.set(room.key, { key: room.key, ...less(room, amounts) });
    return room !== undefined;
  });
}

function isFull(room: Room | undefined, amounts: Piece['amounts']): boolean {
  return room === undefined || lacking(room, amounts) !== undefined;
}

/** Places the first of the pods wherever there is room and goes on with the rest. */
function place([piece, ...others]: readonly Piece[], rooms: readonly Room[], tries: { left: number }): Packed {
  if (!piece) return 'yes';
  tries.left -= 1;
  if (tries.left < 0) return 'unknown';
  for (const room of rooms.filter(({ key }) => piece.nodes.includes(key))) {
    if (lacking(room, piece.amounts)) continue;
    const rest = rooms.map((one) => (one === room ? { key: room.key, ...less(room, piece.amounts) } : one));
    const packed = place(others, rest, tries);
    if (packed !== 'no') return packed;
  }
  return 'no';
}
