import { grouped } from '../../site/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { amountText, lacking, most, NOTHING, type Resource, sum } from './amounts.ts';
import { mayBeBlocked } from './blocking.ts';
import { type Load, loadsOf } from './loads.ts';
import { pack } from './packing.ts';
import { alike, choiceText, type Piece } from './pieces.ts';
import { type Room, roomsOf } from './rooms.ts';

/**
 * What the scheduler will make of a site.
 *
 * `fits`: every pod finds a node in whatever order they are made, and so does a new pod while an old one is being
 * replaced. `may not fit`: it depends on the order, or only a replacement would have to wait for ever. `does not fit`:
 * some pod finds no node in any order.
 */
export interface Verdict {
  readonly word: 'fits' | 'may not fit' | 'does not fit';

  /** Why, in a sentence; empty where it fits. */
  readonly reason: string;
}

/** What the scheduler will make of a site: a fact of its context. */
export function verdictOf(context: PolicyContext): Verdict {
  return verdict(context.fact(loadsOf), roomsOf(context.plan));
}

/** Works out whether the pods of all workloads find their nodes. */
export function verdict(loads: readonly Load[], rooms: readonly Room[]): Verdict {
  const steady = loads.flatMap((load) => piecesOf(load, rooms));
  const kinds = oneOfEach(steady);
  const stuck = kinds.find(({ nodes }) => nodes.length === 0);
  if (stuck) return { word: 'does not fit', reason: `no node of the site may run ${stuck.name}` };
  const large = kinds.find((piece) => roomsFor(piece, rooms).every((room) => lacking(room, piece.amounts)));
  if (large) return { word: 'does not fit', reason: tooLarge(large, rooms) };

  const packed = pack(steady, rooms);
  if (packed === 'no') return { word: 'does not fit', reason: shortage(steady, rooms) };

  const pieces = [...steady, ...surges(loads, rooms)];
  const blocked = oneOfEach(pieces).find((piece) => mayBeBlocked(piece, without(pieces, piece), rooms));
  if (!blocked) return { word: 'fits', reason: '' };
  return { word: 'may not fit', reason: `${blocked.name} can be left without a node when the others come first` };
}

/** The single pods of a workload. */
function piecesOf({ name, amounts, count, nodes, everyNode }: Load, rooms: readonly Room[]): Piece[] {
  const places = everyNode ? rooms.filter(({ key }) => nodes.includes(key)).map(({ key }) => [key]) : [nodes];
  return places.flatMap((place) => Array.from({ length: count }, () => ({ name, amounts, nodes: place })));
}

/**
 * The additional pods of replacements.
 *
 * Workloads that are replaced at the same time wait for each other, so that there must be room for the largest
 * additional pod only: for each choice of nodes one that is as large, in each resource, as any of them.
 */
function surges(loads: readonly Load[], rooms: readonly Room[]): Piece[] {
  const pieces = loads
    .filter(({ surge }) => surge > 0)
    .flatMap((load) => piecesOf({ ...load, count: load.surge }, rooms));
  return [...grouped(pieces, ({ nodes }) => choiceText(nodes)).values()].map((group) => ({
    name: `a replacement of ${[...new Set(group.map(({ name }) => name))].join(' or ')}`,
    amounts: most(group.map(({ amounts }) => amounts)),
    nodes: group[0]?.nodes ?? [],
  }));
}

/** One of the pods that are alike: what holds for it holds for all of them. */
function oneOfEach(pieces: readonly Piece[]): Piece[] {
  return alike(pieces).map(([piece]) => piece as Piece);
}

function without(pieces: readonly Piece[], piece: Piece): Piece[] {
  return pieces.filter((one) => one !== piece);
}

function roomsFor({ nodes }: Piece, rooms: readonly Room[]): Room[] {
  return rooms.filter(({ key }) => nodes.includes(key));
}

/** Of a pod that is larger than each of its nodes, in whatever resource. */
function tooLarge(piece: Piece, rooms: readonly Room[]): string {
  const nodes = roomsFor(piece, rooms);
  const widest = nodes.reduce((one, other) => (other.millicores > one.millicores ? other : one));
  const resource = lacking(widest, piece.amounts) as Resource;
  const node = nodes.length === 1 ? `its node ${widest.key}` : `the largest of its nodes, ${widest.key},`;
  const where = `${node} has ${amountText(resource, widest[resource])} for pods`;
  return `a pod of ${piece.name} requests ${amountText(resource, piece.amounts[resource])}, and ${where}`;
}

/** What is missing: on one node, or on all together. */
function shortage(pieces: readonly Piece[], rooms: readonly Room[]): string {
  for (const room of rooms) {
    const bound = pieces.filter(({ nodes }) => nodes.length === 1 && nodes[0] === room.key);
    const requested = sum([NOTHING, ...bound.map(({ amounts }) => amounts)]);
    const resource = lacking(room, requested);
    if (resource) {
      const has = amountText(resource, room[resource]);
      return `what runs on node ${room.key} alone requests ${amountText(resource, requested[resource])}, which has ${has}`;
    }
  }
  const requested = sum([NOTHING, ...pieces.map(({ amounts }) => amounts)]);
  const all = sum(rooms);
  const resource = lacking(all, requested);
  if (!resource) return 'the pods cannot be distributed over the nodes, although the sums would do';
  return `all pods request ${amountText(resource, requested[resource])}, the nodes have ${amountText(resource, all[resource])}`;
}
