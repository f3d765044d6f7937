import fc from 'fast-check';
import { Address4 } from 'ip-address';
import { describe, expect, test } from 'vitest';
import { contains, isHostOf, overlaps, prefixOf } from '../../../site/plan/networks.ts';
import { gatewayAddress, subnets } from '../../../site/plan/subnets.ts';

/** Every network that the schema takes for a cloud: /16 to /24, without host bits. */
const networks = fc
  .record({ prefix: fc.integer({ min: 16, max: 24 }), start: fc.integer({ min: 0x0a000000, max: 0x0affffff }) })
  .map(({ prefix, start }) => {
    const parsed = new Address4(`${Address4.fromInteger(start).correctForm()}/${prefix}`);
    return `${parsed.startAddress().correctForm()}/${prefix}`;
  });

describe('the subnets of any cloud network', () => {
  test('lie in it and never overlap', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const parts = Object.values(subnets(network));
        expect(parts.every((part) => contains(network, part))).toBe(true);
        const pairs = parts.flatMap((one, index) => parts.slice(0, index).map((other) => [one, other] as const));
        expect(pairs.filter(([one, other]) => overlaps(one, other))).toEqual([]);
      }),
    );
  });

  test('have a size that OCI builds and begin where a network of that size may', () => {
    fc.assert(
      fc.property(networks, (network) => {
        for (const part of Object.values(subnets(network))) {
          expect(prefixOf(part)).toBeLessThanOrEqual(28);
          expect(`${new Address4(part).startAddress().correctForm()}/${prefixOf(part)}`).toBe(part);
        }
      }),
    );
  });

  test('give the gateway an address that OCI does not keep for itself', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { public: subnet } = subnets(network);
        const address = gatewayAddress(network);
        expect(isHostOf(subnet, address)).toBe(true);
        // OCI keeps the first two addresses and the last one.
        expect(new Address4(address).bigInt() - new Address4(subnet).startAddress().bigInt()).toBeGreaterThan(1n);
      }),
    );
  });
});

test.each([
  ['10.0.0.0/16', { public: '10.0.0.0/24', nodes: '10.0.1.0/24', endpoint: '10.0.2.0/28' }],
  ['10.1.2.0/24', { public: '10.1.2.0/26', nodes: '10.1.2.64/26', endpoint: '10.1.2.128/28' }],
])('%s is cut the same way for ever: machines live in these', (network, parts) => {
  expect(subnets(network)).toEqual(parts);
});
