import type { Rule } from '../rule.ts';

/** One registry has one credential. */
export const registriesDiffer: Rule = {
  id: 'registries-differ',
  conflicts: ({ registries = {} }) => {
    const first = new Map<string, string>();
    return Object.entries(registries).flatMap(([name, { server }]) => {
      const earlier = first.get(server);
      first.set(server, earlier ?? name);
      if (earlier === undefined) return [];
      return [
        {
          path: ['registries', name, 'server'],
          with: [['registries', earlier, 'server']],
          rule: `is the registry ${earlier} too`,
          fix: `leave one of them out, or write a path behind it to tell them apart, such as ${server}/acme`,
        },
      ];
    });
  },
};
