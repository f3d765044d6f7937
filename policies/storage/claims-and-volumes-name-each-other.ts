import type { KubeObject } from '../../kubernetes/object.ts';
import { quantity } from '../../kubernetes/quantities.ts';
import {
  type ClaimFields,
  NO_PROVISIONER,
  STORAGE_CLASS,
  type StorageClassFields,
  type VolumeFields,
} from '../../kubernetes/volumes.ts';
import { type Problem, shown } from '../../site/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** A volume that is made beforehand and its claim are bound to each other by name, from both sides. */
export const claimsAndVolumesNameEachOther: Policy = {
  id: 'claims-and-volumes-name-each-other',
  title: 'A volume names its claim, the claim names the volume, and the volume gives what the claim requests.',
  why: 'Bound from one side only, any other claim may take the volume first, and with it the data of somebody else.',
  absolute: 'a claim that is not bound keeps its pod waiting for ever',
  check: eachObject(({ object }, context) => {
    if (object.kind === 'PersistentVolume') return volumeProblems(object, context);
    return object.kind === 'PersistentVolumeClaim' ? claimProblems(object, context) : [];
  }),
};

type Volume = KubeObject & VolumeFields;
type Claim = KubeObject & ClaimFields;

function volumeProblems(volume: Volume, context: PolicyContext): Problem[] {
  const { namespace = '', name = '' } = volume.spec?.claimRef ?? {};
  const path = ['spec', 'claimRef'];
  const fix = 'write namespace and name of the claim, and the name of this volume there in spec.volumeName';
  if (!volume.spec?.claimRef) return [{ path, found: '', rule: 'is missing', fix }];
  const claim = context.named('PersistentVolumeClaim', namespace, name)?.object as Claim | undefined;
  const found = `${namespace}/${name}`;
  if (!claim) return [{ path, found, rule: 'is no claim of this site', fix }];
  if (claim.spec?.volumeName !== volume.metadata.name) {
    return [{ path, found, rule: `names ${claim.spec?.volumeName ?? 'no volume'}, not this one`, fix }];
  }
  return mismatches(volume, claim);
}

function mismatches({ spec: offered = {} }: Volume, { spec: asked = {}, metadata }: Claim): Problem[] {
  const claim = `the claim ${metadata.namespace}/${metadata.name}`;
  const problems: Problem[] = [];
  if (asked.storageClassName !== undefined && asked.storageClassName !== offered.storageClassName) {
    const rule = `is not ${shown(asked.storageClassName)}, the class of ${claim}`;
    problems.push({
      path: ['spec', 'storageClassName'],
      found: shown(offered.storageClassName),
      rule,
      fix: 'write the same class in both',
    });
  }
  const missing = (asked.accessModes ?? []).filter((mode) => !offered.accessModes?.includes(mode));
  if (missing.length > 0) {
    const rule = `lacks ${missing.join(', ')}, which ${claim} requests`;
    problems.push({
      path: ['spec', 'accessModes'],
      found: shown(offered.accessModes?.join(', ')),
      rule,
      fix: 'write the same modes in both',
    });
  }
  const size = shown(asked.resources?.requests?.storage);
  if ((quantity(size) ?? 0) > (quantity(offered.capacity?.storage) ?? 0)) {
    const rule = `is less than the ${size} that ${claim} requests`;
    problems.push({
      path: ['spec', 'capacity', 'storage'],
      found: shown(offered.capacity?.storage),
      rule,
      fix: `write at least ${size}`,
    });
  }
  return problems;
}

function claimProblems({ spec, metadata }: Claim, context: PolicyContext): Problem[] {
  const path = ['spec', 'volumeName'];
  const { volumeName, storageClassName = '' } = spec ?? {};
  if (!volumeName) {
    const rule = 'is missing, and nobody makes volumes of this class';
    const fix = 'write the name of the volume that is made for this claim';
    return isProvisioned(storageClassName, context) ? [] : [{ path, found: '', rule, fix }];
  }
  const volume = context.named('PersistentVolume', undefined, volumeName)?.object as Volume | undefined;
  if (!volume)
    return [{ path, found: volumeName, rule: 'is no volume of this site', fix: 'write the name of one that is' }];
  const { claimRef } = volume.spec ?? {};
  if (!claimRef || (claimRef.namespace === metadata.namespace && claimRef.name === metadata.name)) return [];
  const rule = `belongs to the claim ${claimRef.namespace}/${claimRef.name}`;
  return [{ path, found: volumeName, rule, fix: 'write the name of a volume of its own' }];
}

function isProvisioned(storageClass: string, context: PolicyContext): boolean {
  const known = context.named(STORAGE_CLASS, undefined, storageClass);
  return known !== undefined && (known.object as StorageClassFields).provisioner !== NO_PROVISIONER;
}
