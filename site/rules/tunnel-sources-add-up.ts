import { contains } from '../plan/networks.ts';
import type { Rule } from './rule.ts';

/** Every network that may knock at the tunnel adds something to the others. */
export const tunnelSourcesAddUp: Rule = {
  id: 'tunnel-sources-add-up',
  conflicts: ({ home }) => {
    const networks = home?.tunnel.allowedFrom ?? [];
    const path = ['home', 'tunnel', 'allowedFrom'];
    return networks.flatMap((network, index) => {
      const other = networks.findIndex(
        (one, at) => at !== index && contains(one, network) && (one !== network || at < index),
      );
      if (other < 0) return [];
      return [
        {
          path: [...path, index],
          with: [[...path, other]],
          rule: `lies in ${networks[other]}${networks[other] === '0.0.0.0/0' ? ', which is everybody' : ''}: it limits nothing`,
          fix: `leave it out, or leave out ${networks[other]}`,
        },
      ];
    });
  },
};
