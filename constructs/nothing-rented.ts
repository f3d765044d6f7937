import { k8s } from 'cdk8s-plus-27';
import { BLOCK_VOLUME_CLASSES } from '../kubernetes/block-volumes.ts';

/** Limits of a quota that let no disk be rented from the cloud: local volumes lie on disks that are there already. */
export const NO_BLOCK_VOLUMES: Readonly<Record<string, string>> = Object.fromEntries(
  BLOCK_VOLUME_CLASSES.map((name) => [`${name}.storageclass.storage.k8s.io/persistentvolumeclaims`, '0']),
);

/** Limits of a quota that let nothing be rented from the cloud: the edge has the load balancers. */
export const NOTHING_RENTED: Readonly<Record<string, string>> = {
  'services.loadbalancers': '0',
  'services.nodeports': '0',
  ...NO_BLOCK_VOLUMES,
};

/** The amounts of a quota in the form that the API takes. */
export function quantities(texts: Readonly<Record<string, string>>): Record<string, k8s.Quantity> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, k8s.Quantity.fromString(text)]));
}
