import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import {
  ClusterSecretStore,
  ClusterSecretStoreSpecProviderOraclePrincipalType as Principal,
} from '../../imports/external-secrets.io.ts';
import { labelsOf } from '../../kubernetes/labels.ts';
import { clusterScoped } from '../cluster-scoped.ts';

/** The vault of a site. */
export interface OciVaultProps {
  /** Identifier of the vault. */
  readonly vault: string;

  /** Region in which it lies. */
  readonly region: string;

  /** Namespaces into which Secrets are read from it. */
  readonly readers: readonly string[];
}

/**
 * The vault as a store from which the namespaces of the platform may read, and no other: whoever may make objects
 * elsewhere does not reach it.
 *
 * It is read as the node itself: on a basic cluster there is no finer identity. Nodes that `infra/` makes lend it to
 * nobody but processes on their own network, of which External Secrets is one; on others every pod can read the vault.
 * The policy of the cloud that lets nodes read the vault must name this vault alone.
 */
export class OciVault extends Construct {
  /** Name of the store. */
  static readonly NAME = 'oci-vault';

  constructor(scope: Construct, id: string, { vault, region, readers }: OciVaultProps) {
    super(scope, id);
    const labels = labelsOf({ name: OciVault.NAME, component: 'secrets', folder: Chart.of(this).node.id });
    const store = new ClusterSecretStore(this, 'Resource', {
      metadata: { name: OciVault.NAME, labels },
      spec: {
        provider: { oracle: { vault, region, principalType: Principal.INSTANCE_PRINCIPAL } },
        conditions: [{ namespaces: [...readers] }],
      },
    });
    clusterScoped(store);
  }
}
