import type { Plan } from './plan.ts';

/**
 * A plan like another, with the first of its services at home and the first Secret that each folder reads: what is built
 * from it has an object of every kind, and few of each.
 */
export function sampleOf(plan: Plan): Plan {
  const { home, secrets } = plan;
  return {
    ...plan,
    ...(home && { home: { ...home, services: Object.fromEntries(Object.entries(home.services).slice(0, 1)) } }),
    ...(secrets.vault && {
      secrets: { ...secrets, vault: { ...secrets.vault, read: firstOfEach(secrets.vault.read) } },
    }),
  };
}

function firstOfEach<Item>(lists: Readonly<Record<string, readonly Item[]>>): Record<string, readonly Item[]> {
  return Object.fromEntries(Object.entries(lists).map(([name, items]) => [name, items.slice(0, 1)]));
}
