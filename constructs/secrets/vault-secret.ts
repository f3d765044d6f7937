import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import {
  ExternalSecret,
  type ExternalSecretSpecTarget,
  ExternalSecretSpecSecretStoreRefKind as StoreKind,
  ExternalSecretSpecTargetDeletionPolicy as WhenGone,
  ExternalSecretSpecTargetCreationPolicy as WhenMade,
} from '../../imports/external-secrets.io.ts';
import { labelsOf } from '../../kubernetes/labels.ts';
import { comesFromVault } from '../external.ts';
import { labelFrom } from '../names.ts';
import { OciVault } from './oci-vault.ts';

/** A Secret and where it comes from. */
export interface VaultSecretProps {
  /** Name of the Secret, in the namespace of the chart. */
  readonly name: string;

  /** Its keys, each a key of the JSON object in the vault too; what stands beside them is for people. */
  readonly keys: Readonly<Record<string, unknown>>;

  /**
   * Name of the secret in the vault.
   *
   * @default - the name of the Secret
   */
  readonly inVault?: string | undefined;

  /**
   * Labels of the Secret.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>> | undefined;

  /**
   * Type of the Secret, where Kubernetes wants one.
   *
   * @default Opaque
   */
  readonly type?: string | undefined;

  /**
   * Further keys, whose values are no secrets.
   *
   * @default - none
   */
  readonly stated?: Readonly<Record<string, string>> | undefined;

  /**
   * Whether the Secret stays when it is no longer read.
   *
   * @default false
   */
  readonly kept?: boolean | undefined;
}

/**
 * A Secret that is read from the vault.
 *
 * In the vault it is one secret, whose content is a JSON object with the keys.
 */
export class VaultSecret extends Construct {
  constructor(scope: Construct, id: string, props: VaultSecretProps) {
    super(scope, id);
    const { name, keys, inVault = name } = props;
    const labels = labelsOf({ name: labelFrom(name), component: 'secrets', folder: Chart.of(this).node.id });
    const secret = new ExternalSecret(this, 'Resource', {
      metadata: { name, labels },
      spec: {
        refreshInterval: '1h',
        secretStoreRef: { kind: StoreKind.CLUSTER_SECRET_STORE, name: OciVault.NAME },
        target: targetOf(props),
        data: Object.keys(keys).map((key) => {
          const property = inJson(key);
          return { secretKey: property, remoteRef: { key: inVault, property } };
        }),
      },
    });
    comesFromVault(secret);
  }
}

/** What becomes of the Secret: what the vault forgets by mistake stays in the cluster. */
function targetOf({ name, keys, labels, stated, type, kept = false }: VaultSecretProps): ExternalSecretSpecTarget {
  const target = {
    name,
    creationPolicy: kept ? WhenMade.ORPHAN : WhenMade.OWNER,
    deletionPolicy: WhenGone.RETAIN,
  };
  const isRenamed = Object.keys(keys).some((key) => inJson(key) !== key);
  if (!labels && !stated && !type) return target;
  const read = Object.fromEntries(Object.keys(keys).map((key) => [key, `{{ .${inJson(key)} }}`]));
  return {
    ...target,
    template: {
      ...(type && { type }),
      ...(labels && { metadata: { labels } }),
      ...((stated || isRenamed) && { data: { ...stated, ...read } }),
    },
  };
}

/** A name in JSON does not begin with a dot, as the key of a Secret for a registry does: a dot leads into an object. */
function inJson(key: string): string {
  return key.replace(/^\./, '');
}
