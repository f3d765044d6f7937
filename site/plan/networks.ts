import { Address4 } from 'ip-address';

/** Whether two IPv4 networks in CIDR notation share an address. */
export function overlaps(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}

/** Whether every address of `inner`, a network or a single address, lies in the network `outer`. */
export function contains(outer: string, inner: string): boolean {
  return new Address4(inner).isInSubnet(new Address4(outer));
}

/** The address that comes `offset` after the first one of a network: 0 is the network's own. */
export function addressAt(network: string, offset: number): string {
  const start = new Address4(network).startAddress().bigInt();
  return Address4.fromBigInt(start + BigInt(offset)).correctForm();
}

/** Length of a network's prefix: 16 for `10.0.0.0/16`. */
export function prefixOf(network: string): number {
  return new Address4(network).subnetMask;
}

/** Whether an address may belong to a host of the network: neither its first nor its last. */
export function isHostOf(network: string, address: string): boolean {
  const { startAddress, endAddress } = bounds(network);
  return contains(network, address) && address !== startAddress && address !== endAddress;
}

function bounds(network: string) {
  const parsed = new Address4(network);
  return { startAddress: parsed.startAddress().correctForm(), endAddress: parsed.endAddress().correctForm() };
}
