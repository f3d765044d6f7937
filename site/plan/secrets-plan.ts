import { grouped } from '../grouped.ts';
import { type VaultAt, vaultOf } from '../secret-backends/index.ts';
import type { Site } from '../site.ts';
import type { FolderPlan } from './folders.ts';
import type { SecretPlan } from './secret-need.ts';

/** Where the Secrets of a site come from, and which there must be. */
export interface SecretsPlan {
  /** Every Secret that is expected, in the order of namespace and name. */
  readonly expected: readonly SecretPlan[];

  /**
   * The vault from which they are read.
   *
   * @default - none: somebody makes them in the cluster
   */
  readonly vault?: VaultPlan;
}

/** A vault, and who reads from it. */
export type VaultPlan = VaultAt & {
  /** Region in which it lies. */
  readonly region: string;

  /** Namespaces into which Secrets are read from it. */
  readonly readers: readonly string[];

  /** What each folder reads. */
  readonly read: Readonly<Record<string, readonly SecretPlan[]>>;
};

/** The Secrets that are expected, with a folder for each that is read from a vault. */
export function secretsPlan(
  { secrets, cloud }: Pick<Site, 'secrets' | 'cloud'>,
  expected: readonly SecretPlan[],
  folders: readonly FolderPlan[],
): SecretsPlan {
  const vault = vaultOf(secrets);
  if (!vault) return { expected };
  const needs = grouped(expected, ({ namespace }) => namespace);
  // The first folder of a namespace: the one of what needs the Secrets, before those that only hold Applications.
  const foldersIn = grouped(folders, ({ namespace }) => namespace);
  const read = Object.fromEntries(
    [...needs].map(([namespace, own]) => {
      const [folder] = foldersIn.get(namespace) ?? [];
      if (!folder) throw new Error(`no folder has the namespace ${namespace}, where Secrets are expected`);
      return [folder.id, own];
    }),
  );
  return { expected, vault: { ...vault, region: cloud.region, readers: [...needs.keys()], read } };
}
