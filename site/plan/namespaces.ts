import { ENFORCE, type Level, WARN } from '../../kubernetes/pod-security.ts';
import { vaultOf } from '../secret-backends/index.ts';
import { changesThings } from '../sections/users.ts';
import type { Site } from '../site.ts';
import { type Owner, ownerName, PLATFORM, type TeamOwner } from './owners.ts';
import { SIGN_ON_NAMESPACE } from './sign-on.ts';

/** A namespace and what its pods may do; more than `restricted` needs a reason. */
type Admission =
  | { readonly name: string; readonly podSecurity: 'restricted' }
  | { readonly name: string; readonly podSecurity: Exclude<Level, 'restricted'>; readonly reason: string };

/** A namespace, and whose it is. */
export type NamespacePlan = Admission & { readonly owner: Owner };

/** The namespaces of the platform itself. */
export const platformNamespaces = {
  /** Argo CD; the name that its own manifests and its documentation take for granted. */
  argoCd: { name: 'argocd', podSecurity: 'restricted' },

  /** The ingress controller and its load balancers. */
  edge: { name: 'edge', podSecurity: 'restricted' },

  /** cert-manager and the accounts at Let's Encrypt; the name that its documentation takes for granted. */
  certificates: { name: 'cert-manager', podSecurity: 'restricted' },

  /** The sign-on, and the Secret that only it may read. */
  signOn: { name: SIGN_ON_NAMESPACE, podSecurity: 'restricted' },

  /** Routes to services at home, and their passwords; no pod runs there. */
  home: { name: 'home', podSecurity: 'restricted' },

  /** Metrics, alerts and dashboards. */
  monitoring: { name: 'monitoring', podSecurity: 'restricted' },

  /** What measures the nodes themselves and collects the logs of all pods, for which it must see them. */
  nodeAgents: {
    name: 'agents',
    podSecurity: 'privileged',
    reason: 'its pods read the disks, the network and the log files of their node',
  },

  /** Who may use kubectl through the tunnel. */
  access: { name: 'access', podSecurity: 'restricted' },

  /** External Secrets, where Secrets come from a vault. */
  secrets: {
    name: 'secrets',
    podSecurity: 'privileged',
    reason: 'its controller shares the network of its node, from where alone the identity is lent that reads the vault',
  },

  /** What prepares directories on the nodes' disks, for which it must see them as root. */
  storage: {
    name: 'storage',
    podSecurity: 'privileged',
    reason: 'its pods see the disk of their node as root, to make the directories of local volumes',
  },
} as const satisfies Readonly<Record<string, Admission>>;

/** Namespaces that people have for themselves: those in which somebody may change what runs. */
export function ownNamespaces({ access = {} }: Pick<Site, 'access'>): string[] {
  const changing = Object.values(access).filter(changesThings);
  return [...new Set(changing.flatMap(({ namespaces = [] }) => namespaces))].sort();
}

/** Every namespace that the platform of a site makes. */
export function namespacesOf({ access, secrets, home }: Pick<Site, 'access' | 'secrets' | 'home'>): NamespacePlan[] {
  const { access: users, secrets: vault, ...others } = platformNamespaces;
  const names: Admission[] = [
    ...Object.values(others).filter((one) => home !== undefined || one !== platformNamespaces.home),
    ...(access ? [users] : []),
    ...(vaultOf(secrets) ? [vault] : []),
    ...ownNamespaces({ access }).map((name): Admission => ({ name, podSecurity: 'restricted' })),
  ];
  return names.map((one) => ({ ...one, owner: PLATFORM }));
}

/** Where Kubernetes itself runs. */
export const SYSTEM_NAMESPACE = 'kube-system';

/** Whether a namespace belongs to the platform or to Kubernetes, now or with another field of `platform.ts`. */
export function isReserved(namespace: string): boolean {
  const platform = Object.values(platformNamespaces).some(({ name }) => name === namespace);
  return platform || namespace === 'default' || namespace.startsWith('kube-');
}

/**
 * The namespace of a team in an environment: `shop-prod`.
 *
 * Names of environments have no hyphen, so that no two pairs of team and environment share a namespace.
 */
export function teamNamespace(team: string, environment: string): NamespacePlan {
  const owner: TeamOwner = { kind: 'team', team, environment };
  return { name: ownerName(owner), podSecurity: 'restricted', owner };
}

/** The labels with which the API server refuses, and warns of, pods that request more than the namespace allows. */
export function podSecurityLabels({ podSecurity }: Pick<Admission, 'podSecurity'>) {
  return { [ENFORCE]: podSecurity, [WARN]: podSecurity };
}
