import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressAt, isHostOf } from '../../../site/plan/networks.ts';
import { tunnelAddresses } from '../../../site/plan/tunnel.ts';
import { aNetwork, rangeOf } from '../support/networks.ts';

const aTunnel = aNetwork({ min: 16, max: 30 });

describe('the two ends of a tunnel', () => {
  test('are the first two addresses of its network, the gateway first', () => {
    expect(tunnelAddresses({ network: '192.168.16.0/24' })).toEqual({ gateway: '192.168.16.1', home: '192.168.16.2' });
  });

  test('have two addresses of hosts in its network, whichever of them is stated', () => {
    fc.assert(
      fc.property(aTunnel, fc.nat(), fc.constantFrom('gateway', 'home', 'none'), (network, offset, stated) => {
        const address = addressAt(network, 1 + (offset % hostsIn(network)));
        const ends = tunnelAddresses({ network, ...(stated === 'none' ? {} : { [stated]: address }) });
        expect([ends.gateway, ends.home].filter((end) => !isHostOf(network, end))).toEqual([]);
        expect(ends.gateway).not.toBe(ends.home);
        if (stated !== 'none') expect(ends[stated]).toBe(address);
      }),
    );
  });
});

function hostsIn(network: string): number {
  const { first, last } = rangeOf(network);
  return last - first - 1;
}
