import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { forgetAll } from '../../argo-cd/support/played-argo-cd.ts';
import { kubectl } from '../../cluster/support/kubectl.ts';
import { folders, objectsIn } from '../../cluster/support/tree.ts';

/** Namespace of the tests' Argo CD, which runs beside the cluster and keeps its settings there. */
const OF_ARGO_CD = 'argocd';

/** What of the example's cluster folder outlives its namespaces, and what holds up their end: the first goes first. */
const KINDS = ['APIService', 'ClusterRoleBinding', 'ClusterRole', 'Namespace', 'PersistentVolume', 'StorageClass'];

/** The directory of all volumes on the node, which is a file system of its own. */
const DISK = '/var/lib/armstead';

/** Makes the cluster as it was before the example site, with empty disks. */
export async function emptyTheCluster(): Promise<void> {
  await forgetAll();
  const objects = folders(false)
    .flatMap((folder) => objectsIn(folder))
    .filter(({ kind, metadata }) => KINDS.includes(kind) && metadata.name !== OF_ARGO_CD);
  for (const kind of KINDS) {
    const names = objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);
    const { succeeded, complaints } = kubectl(['delete', kind, '--ignore-not-found', '--timeout=300s', ...names]);
    if (!succeeded) throw new Error(complaints);
  }
  for (const name of readdirSync(DISK)) rmSync(join(DISK, name), { recursive: true });
}
