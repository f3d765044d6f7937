import { reservedAs } from '../plan/networks.ts';
import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';
import type { Rule } from './rule.ts';

/** What answers at home has the address of a host: a network's first and last address belong to none. */
export const homeAddressesAreHosts: Rule = {
  id: 'home-addresses-are-hosts',
  conflicts: ({ home }) => {
    if (!home) return [];
    return answering(home).flatMap(({ path, address, port }) =>
      home.networks.flatMap((network, index) => {
        const kind = reservedAs(network, address);
        if (!kind) return [];
        return [
          {
            path,
            with: [['home', 'networks', index]],
            found: `${address}:${port}`,
            rule: `is the ${kind} address of home.networks ${network}, which belongs to no machine`,
            fix: 'write the address of the machine',
          },
        ];
      }),
    );
  },
};

interface Answering {
  readonly path: Path;
  readonly address: string;
  readonly port: number | string;
}

function answering({ services, targets = {} }: NonNullable<Site['home']>): Answering[] {
  return [
    ...Object.entries(services).map(([name, service]) => ({
      path: ['home', 'services', name, 'address'],
      ...service.address,
    })),
    ...Object.entries(targets).map(([name, target]) => {
      const [address = '', port = ''] = target.split(':');
      return { path: ['home', 'targets', name], address, port };
    }),
  ];
}
