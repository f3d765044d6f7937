import { anyNetwork, notEverybody, ofTheInternet, somebodys } from '../fields/networks.ts';
import { wholeNumber } from '../fields/numbers.ts';
import { object } from '../fields/object.ts';
import { sshPublicKey } from '../fields/ssh-key.ts';
import { matches, text } from '../fields/text.ts';

/** The account in which the cloud side is built. Identifiers are no secrets: they may be in git. */
export interface InfrastructureInput {
  /** Identifier of the tenancy, `ocid1.tenancy...`: quota and budget belong to it. */
  readonly tenancy: string;

  /**
   * Identifier of the compartment that holds everything else, `ocid1.compartment...`.
   *
   * @default - the tenancy itself
   */
  readonly compartment?: string;

  /**
   * SSH public key for the gateway, one line as `ssh-keygen` writes it into the `.pub` file.
   *
   * @default - none: nobody can log in, the tunnel works all the same
   */
  readonly sshKey?: string;

  /**
   * Network from which SSH to the gateway is open before the tunnel stands: the public address of your home as a /32.
   *
   * @default - none: through the Bastion service, which is built instead
   */
  readonly adminFrom?: string;

  /**
   * Spending a month, in the currency of the account, of which an alert tells: the first cent is reported by mail.
   *
   * @default 1
   */
  readonly budget?: number;
}

function ocid(kind: 'tenancy' | 'compartment', where: string) {
  const form = new RegExp(`^ocid1\\.${kind}\\.[a-z0-9]+\\.[a-z0-9-]*\\.[a-z0-9]+$`);
  const rule = `is not the identifier of a ${kind}`;
  const fix = `copy it from the console: ${where}; it begins with ocid1.${kind}.`;
  return text(`the identifier of your ${kind}`, `ocid1.${kind}.oc1..abc`, matches(kind, form, rule, fix));
}

const FROM_HOME = 'write the public address of your home as a /32, or leave out adminFrom';

/** Nobody has more addresses of the internet at home than a /8, the largest network that was ever given out. */
const LARGEST_OWNER = 8;

const adminFrom = anyNetwork(
  '203.0.113.7/32',
  notEverybody(LARGEST_OWNER, 'opens SSH to everybody', FROM_HOME),
  somebodys('opens SSH to nobody'),
  ofTheInternet(FROM_HOME),
);

const sshKey = text(
  'an SSH public key',
  {
    shown: 'ssh-ed25519 AAAA...',
    standIn: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAfuCHKVTjquxvt6CM6tdG4SLp1Btn/nOeHHE5UOzRdf',
  },
  sshPublicKey({
    id: 'ssh-key',
    rule: 'is not an SSH public key',
    fix: 'write the one line of your .pub file: ssh-ed25519 AAAA...',
  }),
);

export const infrastructureSchema = object("{ tenancy: 'ocid1.tenancy...' }", {
  tenancy: ocid('tenancy', 'profile menu, Tenancy'),
  compartment: ocid('compartment', 'Identity & Security, Compartments').optional(),
  sshKey: sshKey.optional(),
  adminFrom: adminFrom.optional(),
  budget: wholeNumber('units of your currency', 1, 100_000).default(1),
});
