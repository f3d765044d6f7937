import { type Owner, ownerName } from './owners.ts';
import type { Plan } from './plan.ts';

/**
 * A plan like another, with the first of its services at home, the first Secret that each folder reads, and the first
 * service of the first team: what is built from it has an object of every kind, and few of each.
 */
export function sampleOf(plan: Plan): Plan {
  const { home, secrets } = plan;
  return {
    ...plan,
    ...(home && { home: { ...home, services: Object.fromEntries(Object.entries(home.services).slice(0, 1)) } }),
    ...(secrets.vault && {
      secrets: { ...secrets, vault: { ...secrets.vault, read: firstOfEach(secrets.vault.read) } },
    }),
    ...ofOneTeam(plan),
  };
}

function firstOfEach<Item>(lists: Readonly<Record<string, readonly Item[]>>): Record<string, readonly Item[]> {
  return Object.fromEntries(Object.entries(lists).map(([name, items]) => [name, items.slice(0, 1)]));
}

/** What a plan has of the platform, and of the first service of the first team. */
function ofOneTeam({ teams, folders, namespaces, projects, quotas, monitoring }: Plan): Partial<Plan> {
  const [first] = teams;
  if (!first) return {};
  const { namespace, folders: all } = first;
  const [base, ...others] = all;
  const team = { ...first, folders: [base, ...others.slice(0, 1)] as const, services: first.services.slice(0, 1) };
  const kept = new Set(team.folders.map(({ id }) => id));
  const isKept = ({ owner }: { readonly owner: Owner }) =>
    owner.kind === 'platform' || ownerName(owner) === ownerName(first.owner);
  return {
    ...{ teams: [team], services: team.services },
    folders: folders.filter(({ id, owner }) => owner.kind === 'platform' || kept.has(id)),
    namespaces: namespaces.filter(isKept),
    projects: projects.filter(isKept),
    quotas: Object.fromEntries(Object.entries(quotas).filter(([name]) => name === namespace.name)),
    monitoring: { ...monitoring, teams: monitoring.teams.filter(isKept) },
  };
}
