/**
 * The constructs of this project for any cdk8s app: each takes props, makes objects and names nothing that it does not
 * make or that its props do not state.
 */
export {
  type Account,
  DeclaredJobs,
  type DeclaredJobsProps,
  OwnNamespace,
  type OwnNamespaceProps,
  TeamRights,
  type TeamRightsProps,
  User,
  type UserProps,
} from './access/index.ts';
export { LetsEncrypt, type LetsEncryptEnvironment, type LetsEncryptProps } from './certificates/index.ts';
export { HomeService, type HomeServiceProps } from './home-services/index.ts';
export { ApiIdentity, type ApiIdentityProps, type Permission } from './identity/index.ts';
export {
  LocalDirectories,
  type LocalDirectoriesProps,
  LocalStorage,
  type LocalStorageProps,
} from './local-storage/index.ts';
export {
  type Alert,
  type AlertRoute,
  type Dashboard,
  type DashboardSignIn,
  type ExpectedParts,
  type FreeDisks,
  type FreeTierPartProps,
  type FullDisk,
  freeTierPart,
  type HomePartProps,
  type HomeTargets,
  homePart,
  type KeptFree,
  type MonitoringPart,
  MonitoringStack,
  type MonitoringStackProps,
  type MonitoringStorage,
  type OwnedVolume,
  type Receivers,
  type Recording,
  type RuleGroup,
  relabel,
  type ScrapeJob,
  type Severity,
  type SignIn,
  type StorageOf,
  type WatchedService,
  type WatchedTeam,
  type WatchedWeb,
} from './monitoring-stack/index.ts';
export { LogCollector, type LogCollectorProps, NodeMetrics, nodeAgentsPart } from './node-agents/index.ts';
export { ResourceMetrics } from './resource-metrics/index.ts';
export { OciVault, type OciVaultProps, VaultSecret, type VaultSecretProps } from './secrets/index.ts';
export {
  type Backend,
  type BasicOptions,
  BodyLimit,
  type EdgeOptions,
  Exposure,
  Guard,
  Issuer,
  RateLimit,
  Redirect,
  type Route,
  SecureIngress,
  type SecureIngressProps,
  type SignOnCheck,
  type SignOnOptions,
  type Timeouts,
} from './secure-ingress/index.ts';
export {
  type Accounts,
  type GitHubAccounts,
  type GoogleAccounts,
  type OpenIdAccounts,
  SignOn,
  type SignOnProps,
} from './sign-on/index.ts';
export {
  type CronProcess,
  type ServiceProcess,
  type TaskProcess,
  TeamService,
  type TeamServiceProps,
  type WebHealth,
  type WebProcess,
  type WorkerProcess,
} from './team-service/index.ts';
export { type Caller, Entrance, type EntranceProps, NoEntry } from './walls/index.ts';
export {
  type Bounds,
  type ByClock,
  Check,
  type ConfigFiles,
  type Ending,
  type Health,
  type MetricsEndpoint,
  type Mount,
  type NodeAccess,
  type Preparation,
  type Question,
  type Resources,
  Runs,
  type SecretKey,
  Workload,
  type WorkloadProps,
} from './workload/index.ts';
