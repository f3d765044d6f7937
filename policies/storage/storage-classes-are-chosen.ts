import type { Problem } from '../../site/index.ts';
import { shown } from '../../site/problem.ts';
import type { PolicyContext } from '../context/context.ts';
import { kindOf } from '../context/kinds.ts';
import type { ClaimSpec, PodSpec } from '../context/pod-spec.ts';
import { NO_PROVISIONER, STORAGE_CLASS, type StorageClassFields } from '../context/volumes.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';
import type { KubeObject, Subject } from '../subject.ts';

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

interface PlacedClaim {
  readonly spec: ClaimSpec;
  readonly at: Problem['path'];
}

interface Templates {
  readonly volumeClaimTemplates?: readonly { readonly spec?: ClaimSpec }[];
}

/** The claim that an object is, and those that it has Kubernetes make. */
function claimsOf(subject: Subject, context: PolicyContext): PlacedClaim[] {
  const { kind } = subject.object;
  const spec = (subject.object.spec ?? {}) as ClaimSpec & Templates;
  if (kind === 'PersistentVolumeClaim') return [{ spec, at: ['spec'] }];
  const pod = context.podOf(subject);
  return [
    ...(kind === 'StatefulSet' ? fromTemplates(spec) : []),
    ...(pod ? ephemeral(pod.spec, [...pod.path, 'spec', 'volumes']) : []),
  ];
}

function fromTemplates({ volumeClaimTemplates = [] }: Templates): PlacedClaim[] {
  return volumeClaimTemplates.map(({ spec = {} }, index) => ({
    spec,
    at: ['spec', 'volumeClaimTemplates', index, 'spec'],
  }));
}

function ephemeral({ volumes = [] }: PodSpec, at: Problem['path']): PlacedClaim[] {
  return volumes.flatMap(({ ephemeral: claim }, index) =>
    claim
      ? [
          {
            spec: claim.volumeClaimTemplate?.spec ?? {},
            at: [...at, index, 'ephemeral', 'volumeClaimTemplate', 'spec'],
          },
        ]
      : [],
  );
}

function classProblems(
  { storageClassName, volumeName }: ClaimSpec,
  at: Problem['path'],
  context: PolicyContext,
): Problem[] {
  if (storageClassName === '' && volumeName) return [];
  const path = [...at, 'storageClassName'];
  const known = context.named(STORAGE_CLASS, undefined, storageClassName ?? '');
  const fix = 'write the class of local volumes (LocalStorage)';
  if (!known) {
    const rule = storageClassName ? 'is no class of this site' : 'is missing, so that the cloud makes a block volume';
    return [{ path, found: shown(storageClassName), rule, fix }];
  }
  const { provisioner } = known.object as StorageClassFields;
  if (provisioner === NO_PROVISIONER) return [];
  return [
    { path, found: shown(storageClassName), rule: `has ${provisioner} make a block volume of at least 50 GB`, fix },
  ];
}
