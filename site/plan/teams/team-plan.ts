import type { PlannedReceivers } from '../../channels/index.ts';
import { grouped } from '../../grouped.ts';
import type { Site } from '../../site.ts';
import type { Team } from '../../team/team.ts';
import { type FolderPlan, folderOfTeam } from '../folders.ts';
import { guardOf } from '../guards.ts';
import { type HostPlan, hostPlan } from '../host-plan.ts';
import { type NamespacePlan, teamNamespace } from '../namespaces.ts';
import { type AlertPlan, ownedAlerts } from '../owned-alerts.ts';
import type { TeamOwner } from '../owners.ts';
import type { SecretPlan } from '../secret-need.ts';
import { baseFolder } from './folders.ts';
import { serviceHost } from './hosts.ts';
import { reachThere } from './reach.ts';
import { type ReleasedService, releasedServices, type VersionsOfTeams } from './released.ts';
import { receiverSecrets, serviceSecrets, teamReceivers } from './secrets.ts';
import type { ServicePlan } from './service-plan.ts';
import { servicePlan } from './service-plans.ts';

/** What a team has in one environment, beside its services themselves. */
export interface TeamPlan {
  readonly owner: TeamOwner;

  /** What the team does, in one sentence. */
  readonly about: string;

  /** Where its code lies. */
  readonly repo: string;
  readonly namespace: NamespacePlan;

  /** The folder of what its services share, then that of each service. */
  readonly folders: readonly [FolderPlan, ...FolderPlan[]];
  readonly services: readonly ServicePlan[];
  readonly hosts: readonly HostPlan[];
  readonly secrets: readonly SecretPlan[];

  /** Alerts of the team, beside those of its services. */
  readonly alerts: readonly AlertPlan[];
  readonly dashboards: NonNullable<Team['dashboards']>;

  /**
   * Who hears of its alerts.
   *
   * @default - those who hear of the alerts of the platform
   */
  readonly receivers?: PlannedReceivers;
  readonly people: TeamPeople;
}

/** Who belongs to a team. */
export interface TeamPeople {
  /** Users of the site who may look at it by kubectl and start its tasks. */
  readonly kubectl: readonly string[];

  /** Who has to agree to a change of its files, as CODEOWNERS names them. */
  readonly owners: readonly string[];
}

/** What every team has in every environment in which something of it is released. */
export function teamPlans(site: Site, versions: VersionsOfTeams): TeamPlan[] {
  const byPlace = grouped(releasedServices(site, versions), ({ team, environment }) => baseFolder(team, environment));
  return withCallers([...byPlace.values()].map((services) => teamPlan(site, services)));
}

/** The same, in which each service knows who calls it. */
function withCallers(teams: readonly TeamPlan[]): TeamPlan[] {
  const placed = ({ namespace, name }: Pick<ServicePlan, 'namespace' | 'name'>) => `${namespace}/${name}`;
  const calls = teams
    .flatMap(({ services }) => services)
    .flatMap(({ name, namespace, uses }) =>
      uses.flatMap(({ to }) =>
        to.kind === 'service'
          ? { called: placed({ namespace: to.namespace, name: to.service }), caller: { name, namespace } }
          : [],
      ),
    );
  const callsOf = grouped(calls, ({ called }) => called);
  const callers = (service: ServicePlan) => (callsOf.get(placed(service)) ?? []).map(({ caller }) => caller);
  return teams.map((team) => ({
    ...team,
    services: team.services.map((service) => ({ ...service, usedBy: callers(service) })),
  }));
}

function teamPlan(site: Site, services: readonly ReleasedService[]): TeamPlan {
  const { team, of, environment, first } = services[0] as ReleasedService;
  const owner: TeamOwner = { kind: 'team', team, environment };
  const published = services.map((one) => ({ one, host: hostOf(site, owner, one) }));
  const planned = published.map(({ one, host }) => servicePlan(site, one, host?.host));
  // Elsewhere alerts are shown and sent to nobody.
  const receivers = first ? teamReceivers(site, team, of) : undefined;
  const folder = (id: string, about: string) => ({
    ...folderOfTeam(site, { id, owner }),
    info: { about, repo: of.repo },
  });
  return {
    ...{ owner, about: of.about, repo: of.repo, services: planned },
    namespace: teamNamespace(team, environment),
    folders: [
      folder(baseFolder(team, environment), of.about),
      ...planned.map(({ name, about, folder: id }) => ({ ...folder(id, about), service: name })),
    ],
    hosts: published.flatMap(({ host }) => host ?? []),
    secrets: [...serviceSecrets(owner, services, planned), ...(receivers ? receiverSecrets(owner, of) : [])],
    alerts: ownedAlerts(owner, of.alerts ?? {}),
    dashboards: of.dashboards ?? {},
    ...(receivers && { receivers }),
    people: {
      kubectl: of.people?.kubectl ?? [],
      owners: of.people?.owners ?? [],
    },
  };
}

function hostOf(site: Site, owner: TeamOwner, one: ReleasedService): HostPlan | undefined {
  const [stated, reach] = [serviceHost(site, one), reachThere(one)];
  const { port, path, timeouts = {}, largestUpload } = one.there;
  if (!stated || !reach || port === undefined) return undefined;
  const { allowFrom, blockFrom, rate } = reach;
  return hostPlan(site.domain, stated, {
    ...{ owner, namespace: baseFolder(owner.team, owner.environment), guard: guardOf(site, reach), timeouts },
    backend: { service: one.service, port, protocol: 'http' },
    limits: { ...(allowFrom && { allowFrom }), ...(blockFrom && { blockFrom }), ...(rate && { rate }) },
    ...(path !== undefined && { below: path }),
    ...(largestUpload && { largestBody: largestUpload }),
  });
}
