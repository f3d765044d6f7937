import type { SiteOutputs } from '../outputs.ts';
import type { Site } from '../site.ts';
import { type RentedItems, rentedBy } from './allowance.ts';
import { type ArgoCdPlan, argoCdPlan } from './argo-cd.ts';
import { type AccountPlan, accountPlan, type CloudSide, cloudSide } from './cloud.ts';
import { type FolderPlan, platformFolders } from './folders.ts';
import { type HomePlan, homePlan } from './home.ts';
import type { HostPlan } from './host-plan.ts';
import { type MonitoringPlan, monitoringPlan } from './monitoring.ts';
import { type NamespacePlan, namespacesOf } from './namespaces.ts';
import { planNotices } from './notices.ts';
import { type Owner, PLATFORM } from './owners.ts';
import { type PlannedEdge, plannedEdge } from './planned-edge.ts';
import { type PlannedSignOn, plannedSignOn } from './planned-sign-on.ts';
import { hostsIn, platformHosts } from './platform-hosts.ts';
import { type PriorityPlan, priorities } from './priorities.ts';
import { type ProjectPlan, projectsOf } from './projects.ts';
import { type QuotaPlan, quotasOf } from './quotas.ts';
import { secretsOf } from './secrets.ts';
import { type SecretsPlan, secretsPlan } from './secrets-plan.ts';
import { type StoragePlan, storagePlan } from './storage.ts';
import type { VersionsOfTeams } from './teams/released.ts';
import type { ServicePlan } from './teams/service-plan.ts';
import { type TeamPlan, teamPlans } from './teams/team-plan.ts';
import { type UsersPlan, usersPlan } from './users.ts';

/**
 * Everything that is decided about a site before anything is built: plain data, made once.
 *
 * Every default that depends on another field is filled in. Whoever builds, checks or reports reads it, and nothing
 * before it.
 */
export interface Plan {
  readonly name: string;
  readonly domain: string;

  /** Mail address for the certificate authority and for what the cloud costs. */
  readonly contact: string;

  /** Exact version of Kubernetes. */
  readonly kubernetes: string;

  /** Who has a part of the site: the platform, then teams. */
  readonly owners: readonly Owner[];

  /** What Argo CD lets each owner change. */
  readonly projects: readonly ProjectPlan[];
  readonly namespaces: readonly NamespacePlan[];

  /** The folders of `dist/`, in the order in which they are built. */
  readonly folders: readonly FolderPlan[];
  readonly priorities: readonly PriorityPlan[];

  /** How much of the nodes each namespace of a team may have, by the namespace. */
  readonly quotas: Readonly<Record<string, QuotaPlan>>;
  readonly environments: Site['environments'];

  /** What each team has in each environment in which something of it is released. */
  readonly teams: readonly TeamPlan[];

  /** Every service of every team, in every environment in which a version of it is released. */
  readonly services: readonly ServicePlan[];

  /** Every host that the edge serves. Where a part names one, as `home.services` does, it is this very object. */
  readonly hosts: readonly HostPlan[];
  readonly secrets: SecretsPlan;
  readonly storage: StoragePlan;
  readonly edge: PlannedEdge;

  /**
   * Where people sign on.
   *
   * @default - nowhere
   */
  readonly signOn?: PlannedSignOn;

  /**
   * The networks behind NAT.
   *
   * @default - none: no gateway and no tunnel
   */
  readonly home?: HomePlan;
  readonly monitoring: MonitoringPlan;

  /**
   * Who uses kubectl.
   *
   * @default - nobody by this site
   */
  readonly access?: UsersPlan;
  readonly argoCd: ArgoCdPlan;
  readonly cloud: CloudSide;

  /**
   * The account in which the cloud side is built.
   *
   * @default - none: a synth needs none
   */
  readonly account?: AccountPlan;

  /** What the infrastructure asks of the account, before there is any object in the cluster. */
  readonly rented: RentedItems;

  /** What the owner of the site should know, although none of it stops a synth. */
  readonly notices: readonly string[];
}

/** A plan with a home, and so with a tunnel. */
export type PlanWithHome = Plan & { readonly home: HomePlan };

/** Whether a plan has a home. */
export function hasHome(plan: Plan): plan is PlanWithHome {
  return plan.home !== undefined;
}

/**
 * Plans a site.
 *
 * @param site what was stated, sound and with the defaults of its fields
 * @param outputs what the infrastructure handed over; absent before it is built
 * @param versions what each team has released
 */
export function planSite(site: Site, outputs?: SiteOutputs, versions: VersionsOfTeams = {}): Plan {
  const { name, domain, contact, kubernetes, environments } = site;
  const teams = teamPlans(site, versions);
  const services = teams.flatMap((team) => team.services);
  const owners = [PLATFORM, ...teams.map(({ owner }) => owner)];
  const namespaces = [...namespacesOf(site), ...teams.map(({ namespace }) => namespace)];
  const folders = [...platformFolders(site), ...teams.flatMap((team) => team.folders)];
  const platform = platformHosts(site);
  const hosts = [...hostsIn(platform), ...teams.flatMap((team) => team.hosts)];
  const expected = [...secretsOf(site), ...teams.flatMap(({ secrets }) => secrets)];
  const rented = rentedBy(site, expected);
  const storage = storagePlan(site);
  return {
    ...{ name, domain, contact, kubernetes, environments, owners, namespaces, folders, hosts, rented, storage },
    ...{ teams, services },
    projects: projectsOf(name, namespaces, folders),
    priorities: priorities(site),
    quotas: quotasOf(teams),
    secrets: secretsPlan(site, expected, folders),
    edge: plannedEdge(site, outputs),
    ...present({ signOn: plannedSignOn(site.signOn, platform.signOn), home: homePlan(site.home, platform.services) }),
    monitoring: monitoringPlan(site, { storage, rented, teams, services, dashboards: platform.dashboards }),
    ...present({ access: usersPlan(site), account: accountPlan(site) }),
    argoCd: argoCdPlan(site, platform),
    cloud: cloudSide(site),
    notices: planNotices(site, outputs !== undefined, versions),
  };
}

/** Only the parts that are there. */
function present<Parts extends object>(parts: Parts): { readonly [Name in keyof Parts]?: NonNullable<Parts[Name]> } {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as {
    readonly [Name in keyof Parts]?: NonNullable<Parts[Name]>;
  };
}
