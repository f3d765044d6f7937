import { type PlannedReceivers, receiversOf } from '../channels/index.ts';
import type { Site } from '../site.ts';
import { PLATFORM_ALERTS, SERVICE_ALERTS } from './alerts.ts';
import { type FolderPlan, teamFolder } from './folders.ts';
import { type HostParts, type HostPlan, hostPlan } from './host-plan.ts';
import { labelName } from './names.ts';
import { type NamespacePlan, teamNamespace } from './namespaces.ts';
import { type AlertPlan, ownedAlerts } from './owned-alerts.ts';
import type { TeamOwner } from './owners.ts';
import type { StatedHost } from './published.ts';
import { reservedAs } from './reserved.ts';
import type { SecretNeed, SecretPlan } from './secret-need.ts';
import { channelSecrets, ownedSecrets } from './secrets.ts';

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

  /**
   * Who hears of its alerts. Each Secret lies in the namespace of monitoring, with the name of the team before its own:
   * `shop-prod-alerts-slack`.
   *
   * @default - those who hear of the alerts of the platform
   */
  readonly notify?: Site['monitoring']['notify'];

  /**
   * Alerts of its own, by their names.
   *
   * @default - none
   */
  readonly alerts?: NonNullable<Site['monitoring']['alerts']>;

  /**
   * Dashboards of its own, by their names; the same in each of its environments.
   *
   * @default - none
   */
  readonly dashboards?: NonNullable<Site['monitoring']['dashboards']>;
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
  readonly alerts: readonly AlertPlan[];
  readonly dashboards: NonNullable<Site['monitoring']['dashboards']>;

  /**
   * Who hears of its alerts.
   *
   * @default - those who hear of the alerts of the platform
   */
  readonly receivers?: PlannedReceivers;
}

/** What of a site decides what a team in it has. */
type Teaming = Pick<Site, 'domain' | 'contact' | 'environments'>;

/** Plans for a team in one environment: whatever it states, its owner decides where that lies. */
export function teamPlan(site: Teaming, part: TeamPart): TeamPlan {
  const { team, environment, hosts = [], secrets = [], alerts = {}, dashboards = {}, notify } = part;
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
    secrets: [
      ...ownedSecrets(
        owner,
        secrets.map((need) => ({ ...need, namespace: name })),
      ),
      ...ownedSecrets(owner, channelSecrets(notify ?? {})).map((one) => ({
        ...one,
        name: nameBesides(owner, one.name),
      })),
    ],
    alerts: ownedAlerts(owner, withOwnNames(alerts)),
    dashboards,
    ...(notify && { receivers: teamReceivers(owner, receiversOf(notify, site)) }),
  };
}

/** The receivers of a team, whose Secrets lie beside those of all others. */
function teamReceivers(owner: TeamOwner, receivers: PlannedReceivers): PlannedReceivers {
  const renamed = Object.entries(receivers).map(([channel, receiver]) => [
    channel,
    { ...receiver, secret: nameBesides(owner, receiver.secret) },
  ]);
  return Object.fromEntries(renamed);
}

/** Name of a Secret of a team in a namespace of the platform. */
function nameBesides({ team, environment }: TeamOwner, secret: string): string {
  return labelName(team, environment, secret);
}

/** Routes and messages tell alerts by their names: those that nobody has to state are taken. */
function withOwnNames<Alerts extends object>(alerts: Alerts): Alerts {
  const taken = new Set([...PLATFORM_ALERTS, ...SERVICE_ALERTS].map((name) => name.toLowerCase()));
  const twin = Object.keys(alerts).find((name) => taken.has(name.toLowerCase()));
  if (twin) throw new RangeError(`the alert '${twin}' is one that every site may have`);
  return alerts;
}
