import type { Chart } from 'cdk8s';
import { OciVault, VaultSecret } from '../../constructs/secrets/index.ts';
import type { Plan, VaultPlan } from '../../site/plan/index.ts';
import type { Build } from '../folder.ts';

/** How each kind of vault is reached: one that a plan may name and that is not here does not compile. */
const stores: {
  readonly [Kind in VaultPlan['kind']]: (chart: Chart, vault: Extract<VaultPlan, { readonly kind: Kind }>) => unknown;
} = {
  'oci-vault': (chart, { vault, region, readers }) => new OciVault(chart, 'Vault', { vault, region, readers }),
};

/** The vault from which Secrets are read. */
export const buildVault: Build = (chart, { secrets: { vault } }) => {
  if (vault) stores[vault.kind](chart, vault);
};

/** Reads from the vault what a folder needs. */
export function readSecrets(chart: Chart, { secrets: { vault } }: Plan): void {
  for (const plan of vault?.read[chart.node.id] ?? []) new VaultSecret(chart, `Secret ${plan.name}`, plan);
}
