import fc from 'fast-check';

/** A network as two numbers, worked out here without any library. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Any IPv4 network in CIDR notation without host bits. */
export function aNetwork({ min = 0, max = 32 }: { min?: number; max?: number } = {}): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(2 ** 32 - 1), fc.integer({ min, max }))
    .map(([address, prefix]) => `${addressText(address - (address % 2 ** (32 - prefix)))}/${prefix}`);
}

/** Any IPv4 address. */
export const anAddress = fc.nat(2 ** 32 - 1).map(addressText);

/** The addresses of a network, or of a single address. */
export function rangeOf(network: string): Range {
  const [address = '', prefix = '32'] = network.split('/');
  const first = numberOf(address);
  return { first, last: first + 2 ** (32 - Number(prefix)) - 1 };
}

export function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

export function addressText(number: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(number / 2 ** bits) % 256).join('.');
}
