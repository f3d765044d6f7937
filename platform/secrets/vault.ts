import type { Chart } from 'cdk8s';
import { OciVault, VaultSecret } from '../../constructs/secrets/index.ts';
import type { Plan } from '../../site/plan/index.ts';
import type { Build } from '../folder.ts';

/** The vault from which Secrets are read. */
export const buildVault: Build = (chart, { secrets: { vault } }) => {
  if (!vault) return;
  new OciVault(chart, 'Vault', { vault: vault.vault, region: vault.region, readers: vault.readers });
};

/** Reads from the vault what a folder needs. */
export function readSecrets(chart: Chart, { secrets: { vault } }: Plan): void {
  for (const plan of vault?.read[chart.node.id] ?? []) new VaultSecret(chart, `Secret ${plan.name}`, plan);
}
