import type { Secrets } from '../sections/secrets.ts';
import type { Backend, BackendName, SecretsFrom, VaultAt } from './backend.ts';
import { existing } from './existing.ts';
import { ociVault } from './oci-vault.ts';

export type { VaultAt } from './backend.ts';

/** Every backend: one that the schema knows and that is not here does not compile. */
const backends: { readonly [Name in BackendName]: Backend<SecretsFrom<Name>> } = { existing, 'oci-vault': ociVault };

/** What the site knows of the backend that it states. */
export function backendOf({ backend }: Secrets): Backend<Secrets> {
  return backends[backend];
}

/** The vault from which the Secrets of a site are read; undefined where somebody makes them in the cluster. */
export function vaultOf(secrets: Secrets): VaultAt | undefined {
  return backendOf(secrets).vault(secrets);
}
