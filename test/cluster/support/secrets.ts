import { kubectl } from './kubectl.ts';
import type { LiveObject } from './objects.ts';

/** A Secret that pods read and no file holds, since secrets are never in git. */
export interface MissingSecret {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
}

/** One place of a pod that names a Secret. */
interface Reference {
  readonly name?: string;
  readonly secretName?: string;
  readonly key?: string;
  readonly items?: readonly { readonly key: string }[];
  readonly optional?: boolean;
}

/** Fields whose value names a Secret: of a variable, of all variables, of a volume. */
const NAMING = ['secretKeyRef', 'secretRef', 'secret'];

/** The Secrets that objects need and do not bring, with the keys that are requested by name. */
export function missingSecrets(objects: readonly LiveObject[]): MissingSecret[] {
  const brought = new Set(objects.filter(({ kind }) => kind === 'Secret').map(({ metadata }) => id(metadata)));
  const missing = new Map<string, MissingSecret>();
  for (const secret of objects.flatMap(neededSecrets)) {
    const keys = new Set([...(missing.get(id(secret))?.keys ?? []), ...secret.keys]);
    if (!brought.has(id(secret))) missing.set(id(secret), { ...secret, keys: [...keys] });
  }
  return [...missing.values()];
}

/** Makes Secrets whose values are placeholders where the owner of the cluster has not made the real ones; answers which. */
export function makeSecrets(secrets: readonly MissingSecret[]): MissingSecret[] {
  const absent = secrets.filter(
    ({ namespace, name }) => !kubectl(['get', 'secret', name, '--namespace', namespace]).succeeded,
  );
  for (const { namespace, name, keys } of absent) {
    const stringData = Object.fromEntries(keys.map((key) => [key, 'placeholder']));
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { namespace, name }, stringData };
    const { succeeded, complaints } = kubectl(['create', '--filename=-'], JSON.stringify(secret));
    if (!succeeded) throw new Error(complaints);
  }
  return absent;
}

/** Whether an object cannot do without one of some Secrets. */
export function reads(object: LiveObject, secrets: readonly MissingSecret[]): boolean {
  const ids = new Set(secrets.map(id));
  return neededSecrets(object).some((needed) => ids.has(id(needed)));
}

function neededSecrets(object: LiveObject): MissingSecret[] {
  const { namespace = 'default' } = object.metadata;
  return references(object)
    .filter(({ optional }) => !optional)
    .map(({ name, secretName, key, items = [] }) => ({
      namespace,
      name: secretName ?? name ?? '',
      keys: [...(key ? [key] : []), ...items.map((item) => item.key)],
    }));
}

function references(value: unknown): Reference[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    NAMING.includes(field) && isReference(inner) ? [inner] : references(inner),
  );
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && ('name' in value || 'secretName' in value);
}

function id({ namespace = 'default', name }: { readonly namespace?: string; readonly name: string }): string {
  return `${namespace}/${name}`;
}
