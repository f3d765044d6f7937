import type { KubeObject } from './object.ts';

/** A kind with its API group, as kubectl takes it: `Service`, `Deployment.apps`. The version does not matter. */
export function kindOf({ apiVersion, kind }: Pick<KubeObject, 'apiVersion' | 'kind'>): string {
  const known = names.get(apiVersion)?.get(kind);
  if (known !== undefined) return known;
  const name = inGroup(apiGroup(apiVersion), kind);
  names.set(apiVersion, (names.get(apiVersion) ?? new Map()).set(kind, name));
  return name;
}

/** Names of kinds by version and kind: nearly every policy needs that of every object. */
const names = new Map<string, Map<string, string>>();

/** A kind of a group in the words of kubectl. */
export function inGroup(group: string, kind: string): string {
  return group === '' ? kind : `${kind}.${group}`;
}

/** `apps` of `apps/v1`; empty for the core group. */
export function apiGroup(apiVersion: string): string {
  const slash = apiVersion.lastIndexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** Groups of Kubernetes itself whose names have a dot; those without one (`apps`, `batch`) are its own too. */
const OWN_GROUPS: ReadonlySet<string> = new Set(
  [
    'admissionregistration',
    'apiextensions',
    'apiregistration',
    'authentication',
    'authorization',
    'certificates',
    'coordination',
    'discovery',
    'events',
    'flowcontrol.apiserver',
    'networking',
    'node',
    'rbac.authorization',
    'resource',
    'scheduling',
    'storage',
    'storagemigration',
  ].map((name) => `${name}.k8s.io`),
);

/** Whether a kind comes from a CustomResourceDefinition. */
export function isCustomResource(kind: string): boolean {
  const dot = kind.indexOf('.');
  const group = dot < 0 ? '' : kind.slice(dot + 1);
  return group.includes('.') && !OWN_GROUPS.has(group);
}
