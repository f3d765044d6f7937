import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import {
  ExternalSecret,
  type ExternalSecretSpecTarget,
  ExternalSecretSpecSecretStoreRefKind as StoreKind,
  ExternalSecretSpecTargetDeletionPolicy as WhenGone,
  ExternalSecretSpecTargetCreationPolicy as WhenMade,
} from '../../imports/external-secrets.io.ts';
import { labelsOf } from '../../site/plan/labels.ts';
import { labelFrom } from '../../site/plan/names.ts';
import type { SecretPlan } from '../../site/plan/secrets.ts';
import { comesFromVault } from '../made-elsewhere.ts';
import { OciVault } from './oci-vault.ts';

/**
 * A Secret that is read from the vault.
 *
 * In the vault it is one secret, whose content is a JSON object with the keys.
 */
export class VaultSecret extends Construct {
  constructor(scope: Construct, id: string, plan: SecretPlan) {
    super(scope, id);
    const { name, keys, inVault } = plan;
    const labels = labelsOf({ name: labelFrom(name), component: 'secrets', folder: Chart.of(this).node.id });
    const secret = new ExternalSecret(this, 'Resource', {
      metadata: { name, labels },
      spec: {
        refreshInterval: '1h',
        secretStoreRef: { kind: StoreKind.CLUSTER_SECRET_STORE, name: OciVault.NAME },
        target: targetOf(plan),
        data: Object.keys(keys).map((key) => ({ secretKey: key, remoteRef: { key: inVault, property: key } })),
      },
    });
    comesFromVault(secret);
  }
}

/** What becomes of the Secret: what the vault forgets by mistake stays in the cluster. */
function targetOf({ name, keys, labels, stated, kept = false }: SecretPlan): ExternalSecretSpecTarget {
  const target = {
    name,
    creationPolicy: kept ? WhenMade.ORPHAN : WhenMade.OWNER,
    deletionPolicy: WhenGone.RETAIN,
  };
  if (!labels && !stated) return target;
  const read = Object.fromEntries(Object.keys(keys).map((key) => [key, `{{ .${key} }}`]));
  return {
    ...target,
    template: {
      ...(labels && { metadata: { labels } }),
      ...(stated && { data: { ...stated, ...read } }),
    },
  };
}
