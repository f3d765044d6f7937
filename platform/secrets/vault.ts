import type { Chart } from 'cdk8s';
import { OciVault, VaultSecret } from '../../constructs/secrets/index.ts';
import type { Plan, VaultPlan } from '../../site/plan/index.ts';
import type { Build } from '../folder.ts';

interface Store<Vault> {
  /** Makes what External Secrets needs to read from the vault. */
  build(chart: Chart, vault: Vault): void;
}

const ociVault: Store<VaultOf<'oci-vault'>> = {
  build: (chart, { vault, region, readers }) => {
    new OciVault(chart, 'Vault', { vault, region, readers });
  },
};

type VaultOf<Kind extends VaultPlan['kind']> = Extract<VaultPlan, { readonly kind: Kind }>;

/** The store of each kind of vault: a kind that a plan may name and that is not here does not compile. */
const stores: { readonly [Kind in VaultPlan['kind']]: Store<VaultOf<Kind>> } = { 'oci-vault': ociVault };

/** The vault from which Secrets are read. */
export const buildVault: Build = (chart, { secrets: { vault } }) => {
  if (!vault) return;
  const store: Store<VaultPlan> = stores[vault.kind];
  store.build(chart, vault);
};

/** Reads from the vault what a folder needs. */
export function readSecrets(chart: Chart, { secrets: { vault } }: Plan): void {
  for (const plan of vault?.read[chart.node.id] ?? []) new VaultSecret(chart, `Secret ${plan.name}`, plan);
}
