import type { Secrets } from '../sections/secrets.ts';

/** Name of a backend, as it stands in `platform.ts`. */
export type BackendName = Secrets['backend'];

/** What a site states of one backend. */
export type SecretsFrom<Name extends BackendName> = Extract<Secrets, { readonly backend: Name }>;

/** A vault of Oracle's cloud. */
interface OciVaultAt {
  readonly kind: 'oci-vault';

  /** Its identifier. */
  readonly vault: string;
}

/** A vault from which External Secrets reads. */
export type VaultAt = OciVaultAt;

/** What the site knows of where its Secrets come from; `Stated` is what it states of it. */
export interface Backend<Stated> {
  /** The vault from which they are read; undefined where somebody makes them in the cluster. */
  vault(secrets: Stated): VaultAt | undefined;

  /** Where no two Secrets have one name. */
  readonly namesDifferIn: 'namespace' | 'site';

  /** Whether each Secret takes a part of the allowance of the cloud. */
  readonly takesAllowance: boolean;

  /**
   * What the owner should know where the nodes are external.
   *
   * @default - nothing
   */
  readonly withExternalNodes?: string;
}
