import { z } from 'zod';
import { object } from '../fields/object.ts';
import { needs, pattern } from '../fields/text.ts';

/** Secrets are made by hand in the cluster; `dist/` refers to them by name. */
export interface ExistingSecretsInput {
  readonly backend: 'existing';
}

/** Secrets are read from an OCI vault by External Secrets, as the node's own identity. */
export interface VaultSecretsInput {
  readonly backend: 'oci-vault';

  /** Identifier of the vault: `ocid1.vault...`. */
  readonly vault: string;
}

/** Where secrets come from; they are never in git. */
export type SecretsInput = ExistingSecretsInput | VaultSecretsInput;

export const secretsSchema = z.discriminatedUnion(
  'backend',
  [
    object("{ backend: 'existing' }", { backend: z.literal('existing') }),
    object("{ backend: 'oci-vault', vault }", {
      backend: z.literal('oci-vault'),
      vault: pattern(
        'the identifier of your vault, ocid1.vault...',
        /^ocid1\.vault\.[a-z0-9]+\.[a-z0-9-]*\.[a-z0-9._-]+$/i,
        'is not the identifier of a vault',
        'copy it from the console: Identity & Security, Vault; it begins with ocid1.vault.',
      ),
    }),
  ],
  { error: () => needs("{ backend: 'existing' } or { backend: 'oci-vault', vault }") },
);
