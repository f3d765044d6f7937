import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressAt,
  contains,
  freeNetwork,
  isHostOf,
  nodesIn,
  overlaps,
  PRIVATE_RANGES,
  prefixForNodes,
} from '../../../site/plan/networks.ts';
import { addressText, aNetwork, anAddress, numberOf, rangeOf } from '../support/networks.ts';

describe('two networks', () => {
  test('overlap if and only if an address is in both', () => {
    fc.assert(
      fc.property(nearby(), ([one, other]) => {
        const [a, b] = [rangeOf(one), rangeOf(other)];
        expect(overlaps(one, other)).toBe(a.first <= b.last && b.first <= a.last);
      }),
    );
  });

  test('overlap whichever is named first', () => {
    fc.assert(
      fc.property(nearby(), ([one, other]) => {
        expect(overlaps(one, other)).toBe(overlaps(other, one));
      }),
    );
  });

  test('contain one another only if they are the same', () => {
    fc.assert(
      fc.property(nearby(), ([one, other]) => {
        expect(contains(one, other) && contains(other, one)).toBe(one === other);
      }),
    );
  });
});

describe('a network', () => {
  test('contains an address if and only if it is between its first and its last', () => {
    fc.assert(
      fc.property(aNetwork(), anAddress, (network, address) => {
        const { first, last } = rangeOf(network);
        expect(contains(network, address)).toBe(numberOf(address) >= first && numberOf(address) <= last);
      }),
    );
  });

  test('has for a host every address but its first and its last', () => {
    fc.assert(
      fc.property(aNetwork({ min: 8 }), fc.nat(), (network, offset) => {
        const { first, last } = rangeOf(network);
        const address = first + (offset % (last - first + 1));
        expect(isHostOf(network, addressText(address))).toBe(address > first && address < last);
      }),
    );
  });

  test('is counted from its own address, which is number 0', () => {
    fc.assert(
      fc.property(aNetwork({ min: 8 }), fc.nat(1000), (network, offset) => {
        fc.pre(rangeOf(network).first + offset < 2 ** 32);
        expect(addressAt(network, offset)).toBe(addressText(rangeOf(network).first + offset));
      }),
    );
  });
});

describe('a free network', () => {
  const taken = fc.array(aNetwork({ min: 6, max: 30 }), { maxLength: 12 });
  const like = aNetwork({ min: 9, max: 30 });

  test('is private, as large as the one that it replaces, and overlaps none of those taken', () => {
    fc.assert(
      fc.property(like, taken, (network, others) => {
        const free = freeNetwork(network, others);
        fc.pre(free !== undefined);
        expect(free.split('/')[1]).toBe(network.split('/')[1]);
        expect(rangeOf(free).first % (rangeOf(free).last - rangeOf(free).first + 1)).toBe(0);
        expect(PRIVATE_RANGES.some((range) => contains(range, free))).toBe(true);
        expect(others.filter((other) => overlaps(other, free))).toEqual([]);
      }),
    );
  });

  test('is found wherever one is left', () => {
    // All private addresses but the last /24 of 192.168.0.0/16, which is the third range.
    const others = ['10.0.0.0/8', '172.16.0.0/12', '100.64.0.0/10', ...allButTheLast('192.168.0.0', 16, 24)];
    expect(freeNetwork('10.1.2.0/24', others)).toBe('192.168.255.0/24');
    expect(freeNetwork('10.1.0.0/23', others)).toBeUndefined();
  });

  test.each([
    ['10.0.0.0/16', ['10.0.0.0/16'], '10.1.0.0/16'],
    ['192.168.16.0/24', ['192.168.16.0/22'], '192.168.20.0/24'],
    ['10.96.0.0/16', ['10.0.0.0/8'], '172.16.0.0/16'],
    ['192.168.255.0/24', ['192.168.255.0/24', '10.0.0.0/24'], '192.168.0.0/24'],
  ])('in the place of %s beside %j is the next one, %s', (like, others, free) => {
    expect(freeNetwork(like, others)).toBe(free);
  });
});

describe('the network of the pods', () => {
  test.each([
    ['10.244.0.0/16', 512],
    ['10.244.0.0/23', 4],
    ['10.244.0.0/25', 1],
    ['10.244.0.0/26', 0],
  ])('%s is enough for %i nodes', (network, nodes) => {
    expect(nodesIn(network)).toBe(nodes);
  });

  test('of the smallest sufficient size is enough, and half of it is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4096 }), (nodes) => {
        const prefix = prefixForNodes(nodes);
        expect(nodesIn(`10.0.0.0/${prefix}`)).toBeGreaterThanOrEqual(nodes);
        expect(nodesIn(`10.0.0.0/${prefix + 1}`)).toBeLessThan(nodes);
      }),
    );
  });
});

/** Two networks of which the second often lies in, around or beside the first. */
function nearby(): fc.Arbitrary<[string, string]> {
  return fc
    .tuple(aNetwork(), aNetwork(), fc.integer({ min: 0, max: 32 }), fc.boolean())
    .map(([one, other, prefix, near]) => {
      const { first } = rangeOf(one);
      return [one, near ? `${addressText(first - (first % 2 ** (32 - prefix)))}/${prefix}` : other];
    });
}

/** The networks that fill a range but for its last part of a size. */
function allButTheLast(start: string, from: number, to: number): string[] {
  const end = numberOf(start) + 2 ** (32 - from);
  return Array.from(
    { length: to - from },
    (_, index) => `${addressText(end - 2 ** (32 - from - index))}/${from + index + 1}`,
  );
}
