import type { KubeObject } from '../../../kubernetes/object.ts';
import { anObject, type Fields } from './objects.ts';

export function aLocalClass(name = 'local', fields: Fields = {}): KubeObject {
  return anObject('storage.k8s.io/v1', 'StorageClass', name, {
    provisioner: 'kubernetes.io/no-provisioner',
    volumeBindingMode: 'WaitForFirstConsumer',
    ...fields,
  });
}

/** The node affinity that requests nodes with one of these values of a label. */
export function onNodes(values: readonly string[], key = 'storage-node', operator = 'In') {
  return { required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator, values }] }] } };
}

/** A local volume of 5Gi on node `a`, for the claim `shop/<name>`. */
export function aVolume(name = 'data', spec: Fields = {}): KubeObject {
  return anObject('v1', 'PersistentVolume', `shop-${name}`, {
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '5Gi' },
      claimRef: { namespace: 'shop', name },
      local: { path: `/var/lib/armstead/${name}` },
      nodeAffinity: onNodes(['a']),
      storageClassName: 'local',
      ...spec,
    },
  });
}

/** The claim of that volume. */
export function aClaim(name = 'data', spec: Fields = {}): KubeObject {
  return anObject('v1', 'PersistentVolumeClaim', name, {
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
      storageClassName: 'local',
      volumeName: `shop-${name}`,
      ...spec,
    },
  });
}
