import { Address4 } from 'ip-address';

/** The first and the last address of a network, as numbers. */
interface Range {
  readonly first: bigint;
  readonly last: bigint;
}

/** Ranges by what they were read from: rules compare each network of a site with all others. */
const ranges = new Map<string, Range>();

function rangeOf(network: string): Range {
  const known = ranges.get(network);
  if (known) return known;
  const parsed = new Address4(network);
  const range = { first: parsed.startAddress().bigInt(), last: parsed.endAddress().bigInt() };
  ranges.set(network, range);
  return range;
}

/** Whether two IPv4 networks in CIDR notation share an address. */
export function overlaps(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}

/** Whether every address of `inner`, a network or a single address, lies in the network `outer`. */
export function contains(outer: string, inner: string): boolean {
  const [around, within] = [rangeOf(outer), rangeOf(inner)];
  return around.first <= within.first && within.last <= around.last;
}

/** The address that comes `offset` after the first one of a network: 0 is the network's own. */
export function addressAt(network: string, offset: number): string {
  return Address4.fromBigInt(first(network) + BigInt(offset)).correctForm();
}

/** Whether an address may belong to a host of the network: neither its first nor its last. */
export function isHostOf(network: string, address: string): boolean {
  const { startAddress, endAddress } = bounds(network);
  return contains(network, address) && address !== startAddress && address !== endAddress;
}

/** What an address is to its network if it belongs to no host: the network's own, or the one of all hosts together. */
export function reservedAs(network: string, address: string): 'network' | 'broadcast' | undefined {
  // Networks of one address or two have hosts only (RFC 3021).
  if (prefixOf(network) >= 31) return undefined;
  const { startAddress, endAddress } = bounds(network);
  if (address === startAddress) return 'network';
  return address === endAddress ? 'broadcast' : undefined;
}

/** Whether every address of a network lies in one of the others. */
export function isCovered(network: string, by: readonly string[]): boolean {
  if (by.some((other) => contains(other, network))) return true;
  if (prefixOf(network) === 32 || !by.some((other) => overlaps(other, network))) return false;
  const half = prefixOf(network) + 1;
  const halves = [0n, 2n ** BigInt(32 - half)].map(
    (offset) => `${Address4.fromBigInt(first(network) + offset).correctForm()}/${half}`,
  );
  return halves.every((one) => isCovered(one, by));
}

function bounds(network: string) {
  const parsed = new Address4(network);
  return { startAddress: parsed.startAddress().correctForm(), endAddress: parsed.endAddress().correctForm() };
}

/**
 * The part of the pods' network that one node gets.
 *
 * The documentation of OKE, "Using the flannel CNI plugin", has 512 nodes in the default /16.
 */
const NODE_PREFIX = 25;

/** How many nodes the network of the pods is enough for. */
export function nodesIn(pods: string): number {
  return Math.floor(2 ** (NODE_PREFIX - prefixOf(pods)));
}

/** The prefix of the smallest network of pods that is enough for this many nodes. */
export function prefixForNodes(nodes: number): number {
  return NODE_PREFIX - Math.ceil(Math.log2(nodes));
}

/** Ranges of private addresses, RFC 1918 and RFC 6598: the last is for those behind their provider's NAT. */
export const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

/**
 * Addresses from which no request comes over the internet: "this network", loopback, link-local, groups and what is
 * reserved (RFC 6890, RFC 5771, RFC 1112).
 */
export const NOBODYS_RANGES = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4'];

/** The next private network of the same size that overlaps none of those taken, in the same range where it has room. */
export function freeNetwork(like: string, taken: readonly string[]): string | undefined {
  const prefix = prefixOf(like);
  const isOwn = (range: string) => contains(range, like);
  const wide = PRIVATE_RANGES.filter((range) => prefixOf(range) <= prefix);
  const ranges = [...wide.filter(isOwn), ...wide.filter((range) => !isOwn(range))];
  const own = ranges.filter(isOwn).map((range) => firstFree(range, first(like), prefix, taken));
  return [...own, ...ranges.map((range) => firstFree(range, first(range), prefix, taken))].find(
    (free) => free !== undefined,
  );
}

/** Jumps behind whatever is in the way, so that it takes as many steps as networks are taken and no more. */
function firstFree(range: string, from: bigint, prefix: number, taken: readonly string[]): string | undefined {
  const size = 2n ** BigInt(32 - prefix);
  let start = from;
  while (start + size - 1n <= last(range)) {
    const candidate = `${Address4.fromBigInt(start).correctForm()}/${prefix}`;
    const obstacle = taken.find((network) => overlaps(network, candidate));
    if (obstacle === undefined) return candidate;
    start = ((last(obstacle) + size) / size) * size;
  }
  return undefined;
}

function first(network: string): bigint {
  return rangeOf(network).first;
}

function last(network: string): bigint {
  return rangeOf(network).last;
}

/** Length of a network's prefix: 16 for `10.0.0.0/16`. */
export function prefixOf(network: string): number {
  return Number(network.split('/')[1]);
}
