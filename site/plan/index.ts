/** The one door of the plan: `planSite` is called once, and what other rooms read of its parts is named here. */
export type { ChannelName } from '../channels/index.ts';
export { allocatable } from './allocatable.ts';
export {
  GATEWAY_BOOT_VOLUME_GB,
  type Item,
  type Overrun,
  overrunAmount,
  overruns,
  overrunText,
  paidNotices,
  type RentedItems,
  total,
} from './allowance.ts';
export {
  ALWAYS_FREE,
  type Allowance,
  COUNTED,
  type Counted,
  grantText,
  SMALLEST_BLOCK_VOLUME_GB,
} from './always-free.ts';
export type { ArgoCdPlan } from './argo-cd.ts';
export { ARGO_CD, IN_THIS_CLUSTER } from './argo-cd-names.ts';
export type { AccountPlan } from './cloud.ts';
export { CONNECTIONS } from './connections.ts';
export { type AddressRecord, type Audience, dnsRecords, type EdgeAddresses } from './dns.ts';
export { EDGE_CLASS, ISSUERS } from './edge.ts';
export { exampleValues } from './example-values.ts';
export type { FolderPlan, PlatformFolder } from './folders.ts';
export { GATEWAY_METRICS_PORT } from './gateway-metrics.ts';
export type { GuardPlan } from './guards.ts';
export type { HomePlan } from './home.ts';
export type { HostPlan } from './host-plan.ts';
export { IDENTITY_HEADERS } from './identity-headers.ts';
export { largerNode } from './larger-node.ts';
export type { LoadBalancerPlan } from './load-balancers.ts';
export { type NamespacePlan, platformNamespaces, podSecurityLabels } from './namespaces.ts';
export { contains, prefixOf } from './networks.ts';
export { BEFORE_PRESSURE, diskForVolumes, PRESSURE_PERCENT, WAITING_LOGS } from './node-disk.ts';
export { noticesText } from './notices.ts';
export type { AlertPlan } from './owned-alerts.ts';
export { type Owner, ownerLabels, ownerName, PLATFORM } from './owners.ts';
export { hasHome, type Plan, type PlanWithHome, planSite } from './plan.ts';
export type { PlannedEdge } from './planned-edge.ts';
export { PLATFORM_PRIORITY, type PriorityPlan } from './priorities.ts';
export type { ProjectPlan } from './projects.ts';
export { PLATFORM_SHARE } from './quotas.ts';
export type { Route, Routes, RouteTarget } from './routes.ts';
export { sampleOf } from './sample.ts';
export type { SecretPlan } from './secret-need.ts';
export { secretsText } from './secrets.ts';
export type { VaultPlan } from './secrets-plan.ts';
export { CONTAINER_DEFAULTS, type Portion, type Share, sharesOf } from './shares.ts';
export { SIGN_ON, SIGN_ON_PORT } from './sign-on.ts';
export type { Subnets } from './subnets.ts';
export { PODS_OF_A_NODE, SYSTEM_PODS } from './system-pods.ts';
export type { VersionsOfTeams } from './teams/released.ts';
export {
  type CronPlan,
  type HealthPlan,
  type ProcessPlan,
  processName,
  type ServicePlan,
  type SizePlan,
  type TaskPlan,
  type UsePlan,
  type WebPlan,
  type WorkerPlan,
} from './teams/service-plan.ts';
export type { TeamPeople, TeamPlan } from './teams/team-plan.ts';
export type { WatchedServicePlan, WatchedTeamPlan } from './teams/watched.ts';
export { TUNNEL_MTU, TUNNEL_SEGMENT } from './tunnel.ts';
export { UNMANAGED_KINDS } from './unmanaged-kinds.ts';
export type { VolumePlan } from './volumes.ts';
export { waveOf } from './waves.ts';
