import { grouped } from '../grouped.ts';
import { CLUSTER_KINDS, type ClusterKind } from './cluster-kinds.ts';
import type { FolderPlan } from './folders.ts';
import { type NamespacePlan, SYSTEM_NAMESPACE } from './namespaces.ts';
import { type Owner, ownerName, PLATFORM } from './owners.ts';

/** What the Applications of one owner may change: a project of Argo CD. */
export interface ProjectPlan {
  readonly name: string;
  readonly owner: Owner;

  /** Whose it is, in a sentence for people. */
  readonly description: string;

  /** Namespaces that its Applications may change. */
  readonly namespaces: readonly string[];

  /** Kinds without a namespace that its Applications may change; none for a team. */
  readonly clusterKinds: readonly ClusterKind[];

  /** Whether its Applications may be charts. */
  readonly isWhole: boolean;
}

/** One project for each owner of folders. */
export function projectsOf(
  site: string,
  namespaces: readonly NamespacePlan[],
  folders: readonly FolderPlan[],
): ProjectPlan[] {
  const owners = new Map(folders.map(({ owner }) => [ownerName(owner), owner]));
  const owned = grouped(namespaces, ({ owner }) => ownerName(owner));
  return [...owners].map(([name, owner]) => {
    const own = (owned.get(name) ?? []).map((one) => one.name);
    const isWhole = owner.kind === PLATFORM.kind;
    return {
      name,
      owner,
      description: descriptionOf(owner, site),
      // metrics-server has a role there that the cluster brings with it, and teams get their shares and rights from here.
      namespaces: isWhole ? [...namespaces.map((one) => one.name), SYSTEM_NAMESPACE] : own,
      clusterKinds: isWhole ? CLUSTER_KINDS : [],
      isWhole,
    };
  });
}

function descriptionOf(owner: Owner, site: string): string {
  return owner.kind === 'platform'
    ? `The platform of ${site}`
    : `The team ${owner.team} in the environment ${owner.environment} of ${site}`;
}
