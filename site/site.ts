import { z } from 'zod';
import { check } from './fields/breach.ts';
import { contactAddress, dnsLabel, domainName, exactVersion } from './fields/names.ts';
import { oneOf } from './fields/text.ts';
import { type CloudInput, cloudSchema } from './sections/cloud.ts';
import { type EdgeInput, edgeSchema } from './sections/edge.ts';
import { type EnvironmentInput, environmentsSchema } from './sections/environments.ts';
import { type GitInput, gitSchema } from './sections/git.ts';
import { type GitOpsInput, gitOpsSchema } from './sections/gitops.ts';
import { type HomeInput, homeSchema } from './sections/home.ts';
import { type InfrastructureInput, infrastructureSchema } from './sections/infrastructure.ts';
import { type MonitoringInput, monitoringSchema } from './sections/monitoring.ts';
import { type RegistryInput, registriesSchema } from './sections/registries.ts';
import { type SecretsInput, secretsSchema } from './sections/secrets.ts';
import { type SignOnInput, signOnSchema } from './sections/sign-on.ts';
import { type StorageInput, storageSchema } from './sections/storage.ts';
import { accessSchema, type UserInput } from './sections/users.ts';
import { type TeamInput, teamsSchema } from './team/team.ts';

/** One installation, as `platform.ts` states it. */
export interface SiteInput {
  /** Short name of the installation, a DNS label of at most 20 characters: `homestead`. */
  readonly name: string;

  /** Domain that you own and under which every host lies: `example.org`. */
  readonly domain: string;

  /** Mail address for the certificate authority and for alerts. */
  readonly contact: string;

  /** The repository that Argo CD reads. */
  readonly git: GitInput;

  /**
   * Who reaches the pages of Argo CD, and how it hears of commits.
   *
   * @default - at argocd.<domain> for home alone; it polls git every two minutes
   */
  readonly gitops?: GitOpsInput;

  /**
   * Exact version of Kubernetes in the cluster.
   *
   * @default 1.36.1
   */
  readonly kubernetes?: string;

  /** What is rented from the cloud. */
  readonly cloud: CloudInput;

  /**
   * The home network behind NAT, joined by WireGuard.
   *
   * @default - none: no gateway and no tunnel
   */
  readonly home?: HomeInput;

  /**
   * The account in which `infra/` builds the cloud side; a synth does not need it.
   *
   * @default - none: `infra/` asks for it
   */
  readonly infrastructure?: InfrastructureInput;

  /**
   * How requests from outside get in.
   *
   * @default - Traefik behind the free network load balancer
   */
  readonly edge?: EdgeInput;

  /**
   * Which Let's Encrypt signs certificates: `staging` while you try things out (browsers warn, limits are wide), then `production`.
   *
   * @default staging
   */
  readonly certificates?: 'staging' | 'production';

  /**
   * Where secrets come from.
   *
   * @default { backend: 'existing' }
   */
  readonly secrets?: SecretsInput;

  /**
   * Who may sign on, and where they have their account; what stands behind `guard: 'sso'` asks it.
   *
   * @default - none
   */
  readonly signOn?: SignOnInput;

  /**
   * Metrics of the cluster and of home.
   *
   * @default - kept for 90 days on 5 GiB of the first node
   */
  readonly monitoring?: MonitoringInput;

  /**
   * Who may use kubectl, under their names: `{ ada: { role: 'view' } }`.
   *
   * @default - nobody but you, with what the cloud gives you
   */
  readonly access?: Readonly<Record<string, UserInput>>;

  /**
   * Local volumes on the disks of the nodes.
   *
   * @default - below /var/lib/armstead
   */
  readonly storage?: StorageInput;

  /**
   * The environments that share the cluster, under their names: `{ prod: {}, staging: {} }`.
   *
   * @default { prod: {} }
   */
  readonly environments?: Readonly<Record<string, EnvironmentInput>>;

  /**
   * What teams run, each as its file exports it: `{ shop }`, imported from `./teams/shop.ts`.
   *
   * @default - no teams
   */
  readonly teams?: Readonly<Record<string, TeamInput>>;

  /**
   * Registries whose images only those may pull who have a credential, under names of your choice:
   * `{ ghcr: { server: 'ghcr.io', secret: 'ghcr-pull' } }`.
   *
   * @default - none: every registry is public
   */
  readonly registries?: Readonly<Record<string, RegistryInput>>;
}

/** The oldest minor version that OKE still offered in November 2026, and that our manifests are tried with. */
const OLDEST_MINOR = 34;

const offered = check<string>(
  'offered',
  (value) => {
    const [major, minor] = value.split('.').map(Number) as [number, number];
    return major === 1 && minor >= OLDEST_MINOR;
  },
  { rule: `is older than 1.${OLDEST_MINOR}, the oldest that the cloud offers`, fix: 'write 1.36.1' },
);

export const siteSchema = z.strictObject({
  name: dnsLabel(20, 'homestead'),
  domain: domainName,
  contact: contactAddress,
  git: gitSchema,
  gitops: gitOpsSchema.prefault({}),
  kubernetes: exactVersion('1.36.1', offered).default('1.36.1'),
  cloud: cloudSchema,
  home: homeSchema.optional(),
  infrastructure: infrastructureSchema.optional(),
  edge: edgeSchema.prefault({}),
  certificates: oneOf('staging', 'production').default('staging'),
  secrets: secretsSchema.prefault({ backend: 'existing' }),
  signOn: signOnSchema.optional(),
  monitoring: monitoringSchema.prefault({}),
  access: accessSchema.optional(),
  storage: storageSchema.prefault({}),
  environments: environmentsSchema.prefault({ prod: {} }),
  teams: teamsSchema.optional(),
  registries: registriesSchema.optional(),
});

/** A site that keeps every rule, with every default filled in. */
export type Site = Readonly<z.output<typeof siteSchema>>;
