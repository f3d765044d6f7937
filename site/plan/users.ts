import type { Site } from '../site.ts';
import { ownNamespaces } from './namespaces.ts';
import { priorities } from './priorities.ts';

/** Who uses kubectl, and where. */
export interface UsersPlan {
  readonly users: readonly UserPlan[];

  /** Namespaces that people have for themselves. */
  readonly namespaces: readonly string[];

  /** Names of the priority classes that none of their pods may have. */
  readonly ranks: readonly string[];
}

/** Somebody who uses kubectl. */
export interface UserPlan {
  readonly name: string;
  /**
   * A role of every cluster.
   *
   * @default - none: they have what teams give them
   */
  readonly role?: 'view' | 'edit' | 'admin';

  /**
   * Namespaces in which the role counts.
   *
   * @default - all of them
   */
  readonly namespaces?: readonly string[];

  /** Whether a token lies in the cluster until somebody removes it. */
  readonly longLived: boolean;
}

/** The people of a site; none where it names nobody. */
export function usersPlan(site: Pick<Site, 'access' | 'environments'>): UsersPlan | undefined {
  if (!site.access) return undefined;
  return {
    users: Object.entries(site.access).map(([name, { role, namespaces, token }]) => ({
      name,
      ...(role !== 'team' && { role }),
      ...(namespaces && { namespaces }),
      longLived: token === 'long-lived',
    })),
    namespaces: ownNamespaces(site),
    ranks: priorities(site).map((rank) => rank.name),
  };
}
