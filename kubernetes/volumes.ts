import type { KubeObject } from './object.ts';
import type { ClaimSpec, NodeTerms } from './pod-spec.ts';
import { expressionText } from './selectors.ts';

/** The fields of PersistentVolumes that policies read. */
export interface VolumeFields {
  readonly spec?: {
    readonly capacity?: Readonly<Record<string, unknown>>;
    readonly accessModes?: readonly string[];
    readonly claimRef?: { readonly namespace?: string; readonly name?: string };
    readonly storageClassName?: string;
    readonly local?: { readonly path?: string };
    readonly nodeAffinity?: { readonly required?: NodeTerms };
  };
}

/** The fields of PersistentVolumeClaims that policies read. */
export interface ClaimFields {
  readonly spec?: ClaimSpec;
}

export interface StorageClassFields {
  readonly provisioner?: string;
}

export const STORAGE_CLASS = 'StorageClass.storage.k8s.io';

/** The provisioner of classes whose volumes somebody makes beforehand. */
export const NO_PROVISIONER = 'kubernetes.io/no-provisioner';

export function isLocal(object: KubeObject): boolean {
  return (object as VolumeFields).spec?.local !== undefined;
}

/** Conditions on a node in one line: `storage-node in (a, b)`. */
export function termsText({ nodeSelectorTerms = [] }: NodeTerms): string {
  return nodeSelectorTerms
    .map(({ matchExpressions = [] }) => matchExpressions.map(expressionText).join(' and '))
    .join(' or ');
}
