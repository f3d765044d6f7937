import { z } from 'zod';
import { packed } from '../fields/breach.ts';
import { misfit } from '../fields/checked.ts';
import { object } from '../fields/object.ts';
import { matches, text, wordWanted } from '../fields/text.ts';

/** Secrets are made by hand in the cluster; `dist/` refers to them by name. */
export interface ExistingSecretsInput {
  /** `existing`: you make every Secret yourself. */
  readonly backend: 'existing';

  /**
   * Belongs to the backend `oci-vault`.
   *
   * @default - none
   */
  readonly vault?: undefined;
}

/** Secrets are read from an OCI vault by External Secrets, as the node's own identity. */
export interface VaultSecretsInput {
  /** `oci-vault`: External Secrets makes every Secret from the vault. */
  readonly backend: 'oci-vault';

  /** Identifier of the vault: `ocid1.vault...`. */
  readonly vault: string;
}

/** Where secrets come from; they are never in git. */
export type SecretsInput = ExistingSecretsInput | VaultSecretsInput;

const BACKENDS = ['existing', 'oci-vault'] as const;

const existing = object("{ backend: 'existing' }", {
  backend: z.literal('existing'),
  vault: z
    .undefined({
      error: () =>
        packed({
          id: 'vault-only',
          rule: "belongs to the backend 'oci-vault'",
          fix: "write backend: 'oci-vault', or leave out vault",
        }),
    })
    .optional(),
});

const ociVault = object("{ backend: 'oci-vault', vault: 'ocid1.vault...' }", {
  backend: z.literal('oci-vault'),
  vault: text(
    'the identifier of your vault',
    'ocid1.vault.oc1.eu-frankfurt-1.abc.def',
    matches(
      'vault-identifier',
      /^ocid1\.vault\.[a-z0-9]+\.[a-z0-9-]*\.[a-z0-9._-]+$/i,
      'is not the identifier of a vault',
      'copy it from the console: Identity & Security, Vault; it begins with ocid1.vault.',
    ),
  ),
});

const wrongGroup = misfit({
  what: 'a group of fields in braces',
  fix: () => "write { backend: 'existing' }",
  standIn: { backend: 'existing' },
});

const wrongBackend = misfit(wordWanted(BACKENDS));

export const secretsSchema = z.discriminatedUnion('backend', [existing, ociVault], {
  error: (issue) =>
    issue.code === 'invalid_union'
      ? wrongBackend({ input: (issue.input as { backend?: unknown }).backend })
      : wrongGroup(issue),
});

/** Where the secrets of a site come from. */
export type Secrets = Readonly<z.output<typeof secretsSchema>>;
