import type { Site } from '../site.ts';
import { type FolderPlan, teamFolder } from './folders.ts';
import { type HostParts, type HostPlan, hostPlan } from './host-plan.ts';
import { type NamespacePlan, teamNamespace } from './namespaces.ts';
import type { TeamOwner } from './owners.ts';
import type { StatedHost } from './published.ts';
import { reservedAs } from './reserved.ts';
import type { SecretNeed, SecretPlan } from './secret-need.ts';
import { ownedSecrets } from './secrets.ts';

/** What a team has in one environment. */
export interface TeamPart {
  readonly team: string;
  readonly environment: string;

  /**
   * Hosts at which its services answer.
   *
   * @default - none
   */
  readonly hosts?: readonly TeamHost[];

  /**
   * Secrets that its services need.
   *
   * @default - none
   */
  readonly secrets?: readonly TeamSecret[];
}

/** A host of a team: what is written, and what answers there. */
export type TeamHost = StatedHost & Omit<HostParts, 'owner' | 'namespace'>;

/** A Secret of a team. */
export type TeamSecret = Omit<SecretNeed, 'namespace'>;

/** All that is planned for a team in one environment. */
export interface TeamPlan {
  readonly owner: TeamOwner;
  readonly namespace: NamespacePlan;
  readonly folder: FolderPlan;
  readonly hosts: readonly HostPlan[];
  readonly secrets: readonly SecretPlan[];
}

/** What of a site decides what a team in it has. */
type Teaming = Pick<Site, 'domain' | 'environments'>;

/** Plans for a team in one environment: whatever it states, its owner decides where that lies. */
export function teamPlan(site: Teaming, { team, environment, hosts = [], secrets = [] }: TeamPart): TeamPlan {
  const owner: TeamOwner = { kind: 'team', team, environment };
  const namespace = teamNamespace(team, environment);
  const { name } = namespace;
  const taken = reservedAs(name);
  if (taken) throw new RangeError(`the team '${team}' cannot be in '${environment}': ${name} is ${taken}`);
  return {
    owner,
    namespace,
    folder: teamFolder(site, name, owner),
    hosts: hosts.map(({ written, exposure, what, path, ...parts }) =>
      hostPlan(site.domain, { written, exposure, what, path }, { ...parts, owner, namespace: name }),
    ),
    secrets: ownedSecrets(
      owner,
      secrets.map((need) => ({ ...need, namespace: name })),
    ),
  };
}
