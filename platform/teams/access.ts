import { Construct } from 'constructs';
import { TeamRights } from '../../constructs/access/index.ts';
import { platformNamespaces } from '../../site/plan/index.ts';

/** Who of `access` may look at a namespace of a team, and start its tasks. */
export interface KubectlPeople {
  readonly namespace: string;

  /** Names of users. */
  readonly kubectl: readonly string[];
}

/** What people may do by kubectl in the namespaces of teams; nothing where a team names nobody. */
export class TeamsAccess extends Construct {
  constructor(scope: Construct, id: string, teams: readonly KubectlPeople[]) {
    super(scope, id);
    const accounts = platformNamespaces.access.name;
    for (const { namespace, kubectl } of teams) {
      if (kubectl.length === 0) continue;
      const people = kubectl.map((name) => ({ name, namespace: accounts }));
      new TeamRights(this, namespace, { namespace, people });
    }
  }
}
