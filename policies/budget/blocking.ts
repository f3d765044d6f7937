import { type Amounts, less, RESOURCES, type Resource, sum } from './amounts.ts';
import { alike, type Piece } from './pieces.ts';
import type { Room } from './rooms.ts';

/**
 * Whether some order of creation could leave a pod without a node, although everything would fit otherwise.
 *
 * The scheduler places one pod after the other and never moves one. A pod is left over if all nodes on which it may run
 * are too full for it, each in some resource. Whether the others can be spread like that is decided by bounds that
 * never overlook such a spread; now and then they see one that does not exist, since pods cannot be cut.
 */
export function mayBeBlocked(piece: Piece, others: readonly Piece[], rooms: readonly Room[]): boolean {
  const possible = rooms.filter(({ key }) => piece.nodes.includes(key));
  const [one, other] = possible;
  if (!one) return true;
  if (!other) return RESOURCES.some((resource) => over(one, piece, resource) < reach(others, one, resource));
  return possible.length === 2
    ? RESOURCES.some((first) => RESOURCES.some((second) => bothFull([one, first], [other, second], piece, others)))
    : shareOf(others, possible, piece) >= possible.length;
}

/** What others may take of a node before the piece no longer fits there; they block it with more. */
function over(room: Room, piece: Piece, resource: Resource): number {
  return room[resource] - piece.amounts[resource];
}

/** The most that others can take of a node. */
function reach(others: readonly Piece[], room: Room, resource: Resource): number {
  return sum(others.filter(({ nodes }) => nodes.includes(room.key)).map(({ amounts }) => amounts))[resource];
}

type Full = readonly [room: Room, resource: Resource];

/**
 * Whether one node can be full in one resource while another is full in another.
 *
 * What fills the first node takes from the second; two bounds say how much at least, and the larger one holds.
 */
function bothFull([one, first]: Full, [other, second]: Full, piece: Piece, others: readonly Piece[]): boolean {
  const here = others.filter(({ nodes }) => nodes.includes(one.key));
  const bound = here.filter(({ nodes }) => !nodes.includes(other.key));
  const free = here.filter(({ nodes }) => nodes.includes(other.key)).map(({ amounts }) => amounts);
  const missing = over(one, piece, first) - sum(bound.map(({ amounts }) => amounts))[first];
  if (sum(free)[first] <= missing) return false;
  const taken = Math.max(takenInParts(free, missing, first, second), takenInWhole(free, missing, first, second));
  return reach(others, other, second) - taken > over(other, piece, second);
}

/** As if pods could be cut: those first that fill the first node most for what they take from the second. */
function takenInParts(free: readonly Amounts[], missing: number, first: Resource, second: Resource): number {
  let open = missing;
  let taken = 0;
  for (const amounts of [...free].sort((a, b) => ratio(b) - ratio(a))) {
    if (open <= 0) break;
    const part = amounts[first] > open ? open / amounts[first] : 1;
    open -= part * amounts[first];
    taken += part * amounts[second];
  }
  return taken;

  function ratio(amounts: Amounts): number {
    return amounts[second] === 0 ? Number.POSITIVE_INFINITY : amounts[first] / amounts[second];
  }
}

/** As many whole pods as it takes at least, each of them as small as can be for the second node. */
function takenInWhole(free: readonly Amounts[], missing: number, first: Resource, second: Resource): number {
  if (missing < 0) return 0;
  const useful = free.filter((amounts) => amounts[first] > 0);
  const fewest = Math.floor(missing / Math.max(...useful.map((amounts) => amounts[first]))) + 1;
  const smallest = useful.map((amounts) => amounts[second]).sort((a, b) => a - b);
  return smallest.slice(0, fewest).reduce((total, amount) => total + amount, 0);
}

/**
 * How many nodes the others can fill at most, if each counts for the largest part that it takes of what any of the
 * nodes has to spare in any resource.
 */
function shareOf(others: readonly Piece[], rooms: readonly Room[], piece: Piece): number {
  const spare = rooms.map((room) => ({ key: room.key, ...less(room, piece.amounts) }));
  return alike(others).reduce((total, group) => {
    const { amounts, nodes } = group[0] as Piece;
    const parts = spare
      .filter(({ key }) => nodes.includes(key))
      .flatMap((room) => RESOURCES.map((resource) => part(amounts[resource], room[resource])));
    return total + group.length * Math.max(0, ...parts);
  }, 0);
}

function part(amount: number, spare: number): number {
  if (amount === 0) return 0;
  return spare <= 0 ? 1 : Math.min(1, amount / spare);
}
