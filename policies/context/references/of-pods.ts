import type { Path } from '../../../kubernetes/object.ts';
import type { Container, EnvVar, Volume } from '../../../kubernetes/pod-spec.ts';
import type { Pod } from '../../../kubernetes/pods.ts';
import { type Place, type Reference, referencesAt } from './reference.ts';

/** What a pod needs to start: configuration, secrets, claims, its account and its priority. */
export function referencesOfPod(pod: Pod): Reference[] {
  const { spec, path, subject, containers } = pod;
  const at = [...path, 'spec'];
  return referencesAt(subject, [
    { path: [...at, 'serviceAccountName'], kind: 'ServiceAccount', name: spec.serviceAccountName },
    {
      path: [...at, 'priorityClassName'],
      kind: 'PriorityClass.scheduling.k8s.io',
      name: spec.priorityClassName,
      namespace: undefined,
    },
    ...(spec.imagePullSecrets ?? []).map(({ name }, index) => ({
      path: [...at, 'imagePullSecrets', index, 'name'],
      kind: 'Secret',
      name,
    })),
    ...(spec.volumes ?? []).flatMap((volume, index) => volumePlaces(volume, [...at, 'volumes', index])),
    ...containers.flatMap(({ container, path: inObject }) => containerPlaces(container, inObject)),
  ]);
}

function volumePlaces(volume: Volume, at: Path): Place[] {
  const { configMap, secret, persistentVolumeClaim: claim, csi, projected } = volume;
  if (configMap) return [namePlace([...at, 'configMap'], 'ConfigMap', configMap)];
  if (secret) return [namePlace([...at, 'secret'], 'Secret', { ...secret, name: secret.secretName }, 'secretName')];
  if (claim) {
    return [
      namePlace([...at, 'persistentVolumeClaim'], 'PersistentVolumeClaim', { name: claim.claimName }, 'claimName'),
    ];
  }
  if (csi) return [namePlace([...at, 'csi', 'nodePublishSecretRef'], 'Secret', csi.nodePublishSecretRef)];
  return (projected?.sources ?? []).flatMap((source, index) => [
    namePlace([...at, 'projected', 'sources', index, 'configMap'], 'ConfigMap', source.configMap),
    namePlace([...at, 'projected', 'sources', index, 'secret'], 'Secret', source.secret),
  ]);
}

function containerPlaces({ env = [], envFrom = [] }: Container, at: Path): Place[] {
  return [
    ...env.flatMap(({ valueFrom }, index) =>
      valueFrom ? variablePlaces(valueFrom, [...at, 'env', index, 'valueFrom']) : [],
    ),
    ...envFrom.flatMap(({ configMapRef, secretRef }, index) => [
      namePlace([...at, 'envFrom', index, 'configMapRef'], 'ConfigMap', configMapRef),
      namePlace([...at, 'envFrom', index, 'secretRef'], 'Secret', secretRef),
    ]),
  ];
}

function variablePlaces({ configMapKeyRef, secretKeyRef }: NonNullable<EnvVar['valueFrom']>, at: Path): Place[] {
  return [
    namePlace([...at, 'configMapKeyRef'], 'ConfigMap', configMapKeyRef),
    namePlace([...at, 'secretKeyRef'], 'Secret', secretKeyRef),
  ];
}

interface NameRef {
  readonly name?: string | undefined;
  readonly key?: string;
  readonly optional?: boolean;
}

/** A name in a field of its own, as most references have it. */
function namePlace(at: Path, kind: string, { name, key, optional }: NameRef = {}, field = 'name'): Place {
  return { path: [...at, field], kind, name, key, optional };
}
