import type { App, Chart } from 'cdk8s';
import type { Site } from '../site/index.ts';
import { secretsOf } from '../site/plan/secrets.ts';
import { OciVault, VaultSecret } from './secrets/index.ts';

/**
 * Reads every Secret that the site expects from its vault, each in a folder of the namespace that needs it.
 *
 * @param folder makes the folder of the vault itself
 */
export function buildSecrets(app: App, site: Site, folder: () => Chart): void {
  const { secrets, cloud } = site;
  if (secrets.backend !== 'oci-vault') return;
  const expected = secretsOf(site);
  const namespaces = [...new Set(expected.map(({ namespace }) => namespace))];
  const folders = app.charts;
  new OciVault(folder(), 'Vault', { vault: secrets.vault, region: cloud.region, readers: namespaces });
  for (const plan of expected) {
    const reader = folders.find(({ namespace }) => namespace === plan.namespace);
    if (!reader) throw new Error(`no folder has the namespace ${plan.namespace}, where ${plan.name} is expected`);
    new VaultSecret(reader, `Secret ${plan.name}`, plan);
  }
}
