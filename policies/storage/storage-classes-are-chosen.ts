import { kindOf } from '../../kubernetes/kinds.ts';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { ClaimSpec } from '../../kubernetes/pod-spec.ts';
import { NO_PROVISIONER, STORAGE_CLASS, type StorageClassFields } from '../../kubernetes/volumes.ts';
import { type Problem, shown } from '../../site/index.ts';
import { SMALLEST_BLOCK_VOLUME_GB } from '../../site/plan/index.ts';
import { blockVolumeClass } from '../context/block-volumes.ts';
import { claimsOf } from '../context/claims.ts';
import type { PolicyContext } from '../context/context.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Nobody rents a disk without having said so. */
export const storageClassesAreChosen: Policy = {
  id: 'storage-classes-are-chosen',
  title:
    'Every claim names a storage class of this site, none of which makes block volumes, and no class is the default.',
  why: 'A claim without a class gets a block volume of the cloud, of at least 50 GB, and the free allowance is 200 GB with all boot volumes.',
  check: eachObject((subject, context) =>
    kindOf(subject.object) === STORAGE_CLASS
      ? defaultProblems(subject.object)
      : claimsOf(subject, context).flatMap(({ spec, at }) => classProblems(spec, at, context)),
  ),
};

const DEFAULT = 'storageclass.kubernetes.io/is-default-class';

function defaultProblems({ metadata: { annotations } }: KubeObject): Problem[] {
  if (annotations?.[DEFAULT] !== 'true') return [];
  const rule = 'gives this class to claims that name none';
  return [{ path: ['metadata', 'annotations', DEFAULT], found: 'true', rule, fix: 'remove it' }];
}

function classProblems(spec: ClaimSpec, at: Problem['path'], context: PolicyContext): Problem[] {
  const { storageClassName, volumeName } = spec;
  if (storageClassName === '' && volumeName) return [];
  const path = [...at, 'storageClassName'];
  const known = context.named(STORAGE_CLASS, undefined, storageClassName ?? '');
  if ((known?.object as StorageClassFields | undefined)?.provisioner === NO_PROVISIONER) return [];
  const fix = 'write the class of local volumes (LocalStorage)';
  return [{ path, found: shown(storageClassName), rule: rule(spec, known !== undefined, context), fix }];
}

function rule(spec: ClaimSpec, isOwn: boolean, context: PolicyContext): string {
  if (spec.storageClassName === undefined) return 'is missing, so that the cloud makes a block volume';
  if (blockVolumeClass(spec, context))
    return `has the cloud make a block volume of at least ${SMALLEST_BLOCK_VOLUME_GB} GB`;
  return isOwn ? 'is not the class of local volumes' : 'is no class of this site';
}
