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
import type { ServicePlan } from './teams/service-plan.ts';
import { type TeamPart, teamPlan } from './teams.ts';
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

  /** Every host that the edge serves. */
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
 * @param teams what teams have in environments of the site
 * @param services what they run there
 */
export function planSite(
  site: Site,
  outputs?: SiteOutputs,
  teams: readonly TeamPart[] = [],
  services: readonly ServicePlan[] = [],
): Plan {
  const { name, domain, contact, kubernetes, environments } = site;
  const parts = teams.map((team) => teamPlan(site, team));
  const owners = [PLATFORM, ...parts.map(({ owner }) => owner)];
  const namespaces = withoutTwins(parts, namespacesOf(site));
  const folders = [...platformFolders(site), ...parts.map(({ folder }) => folder)];
  const platform = platformHosts(site);
  const hosts = singleHosts([...hostsIn(platform), ...parts.flatMap((part) => part.hosts)]);
  const expected = [...secretsOf(site), ...parts.flatMap(({ secrets }) => secrets)];
  const rented = rentedBy(site, expected);
  const storage = storagePlan(site);
  return {
    ...{ name, domain, contact, kubernetes, environments, owners, namespaces, folders, hosts, rented, storage },
    projects: projectsOf(name, namespaces, folders),
    priorities: priorities(site),
    quotas: quotasOf(site, namespaces),
    secrets: secretsPlan(site, expected, folders),
    edge: plannedEdge(site, outputs),
    ...present({ signOn: plannedSignOn(site.signOn, platform.signOn), home: homePlan(site.home, platform.services) }),
    monitoring: monitoringPlan(site, { storage, rented, teams: parts, services, dashboards: platform.dashboards }),
    ...present({ access: usersPlan(site), account: accountPlan(site) }),
    argoCd: argoCdPlan(site, platform),
    cloud: cloudSide(site),
    notices: planNotices(site, outputs !== undefined),
  };
}

/** The namespaces of the platform and of teams; one that somebody has for themselves may be that of a team. */
function withoutTwins(
  teams: readonly { readonly namespace: NamespacePlan }[],
  platform: readonly NamespacePlan[],
): NamespacePlan[] {
  const ofTeams = teams.map(({ namespace }) => namespace);
  const names = new Set(ofTeams.map(({ name }) => name));
  if (names.size < ofTeams.length) throw new RangeError('a team is planned twice in one environment');
  return [...platform.filter(({ name }) => !names.has(name)), ...ofTeams];
}

/** Each host once: records, certificates and policies know no more than one owner of it. */
function singleHosts(hosts: readonly HostPlan[]): readonly HostPlan[] {
  const first = new Map<string, HostPlan>();
  for (const host of hosts) {
    const earlier = first.get(host.host);
    if (earlier) throw new RangeError(`${host.host} is planned for ${earlier.what} and for ${host.what}`);
    first.set(host.host, host);
  }
  return hosts;
}

/** Only the parts that are there. */
function present<Parts extends object>(parts: Parts): { readonly [Name in keyof Parts]?: NonNullable<Parts[Name]> } {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as {
    readonly [Name in keyof Parts]?: NonNullable<Parts[Name]>;
  };
}
