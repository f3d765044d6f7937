import { isCustomResource, kindOf } from '../../kubernetes/kinds.ts';
import { type Manifest, nameOf } from '../../kubernetes/manifest.ts';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { Pod } from '../../kubernetes/pods.ts';
import type { Problem } from '../../site/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { replicasOf } from '../context/replicas.ts';
import { walk } from '../context/walk.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** What the API server gives back is what was sent, so that Argo CD sees no difference where there is none. */
export const objectsStayInSync: Policy = {
  id: 'objects-stay-in-sync',
  title: 'No object is written in a way that Argo CD shows as out of sync for ever.',
  why: 'A difference that nobody made hides the ones that somebody did, and self-healing goes round in circles.',
  check: eachObject((subject, context) => {
    const { object } = subject;
    const pod = context.podOf(subject);
    return [
      ...claimTemplates(object),
      ...scaledByTwo(subject, context),
      ...(pod ? divisors(pod) : []),
      ...(isCustomResource(kindOf(object)) ? customResource(object) : []),
      ...aggregated(object),
      ...definition(object),
    ];
  }),
};

interface SpecFields {
  readonly replicas?: number;
  readonly preserveUnknownFields?: boolean;
  readonly volumeClaimTemplates?: readonly { readonly apiVersion?: string; readonly kind?: string }[];
}

function claimTemplates({ kind, spec }: KubeObject): Problem[] {
  if (kind !== 'StatefulSet') return [];
  return (((spec ?? {}) as SpecFields).volumeClaimTemplates ?? []).flatMap((template, index) =>
    (['apiVersion', 'kind'] as const)
      .filter((field) => template[field] === undefined)
      .map((field) => ({
        path: ['spec', 'volumeClaimTemplates', index, field],
        found: '',
        rule: 'is missing, and the API server adds it',
        fix: field === 'kind' ? 'write PersistentVolumeClaim' : 'write v1',
      })),
  );
}

function scaledByTwo(subject: Manifest, context: PolicyContext): Problem[] {
  const { replicas } = (subject.object.spec ?? {}) as SpecFields;
  if (replicas === undefined) return [];
  const { autoscaler } = replicasOf(subject, context);
  if (!autoscaler) return [];
  const rule = `stands beside ${nameOf(autoscaler)}, which changes it`;
  return [{ path: ['spec', 'replicas'], found: `${replicas}`, rule, fix: 'remove it' }];
}

/** In variables and in volumes alike, whether they are plain or projected. */
function divisors({ spec, path }: Pod): Problem[] {
  const problems: Problem[] = [];
  walk(spec, (at, value) => {
    if (at.at(-1) !== 'resourceFieldRef' || (value as { divisor?: unknown } | null)?.divisor !== undefined) return;
    problems.push({
      path: [...path, 'spec', ...at, 'divisor'],
      found: '',
      rule: 'is missing, and the API server adds it',
      fix: "write '0'",
    });
  });
  return problems;
}

/** A custom resource is kept as it was sent, and an empty map or a null is not sent back. */
function customResource(object: KubeObject): Problem[] {
  const problems: Problem[] = [];
  for (const field of ['labels', 'annotations'] as const) {
    const pairs = object.metadata[field];
    if (pairs && Object.keys(pairs).length === 0) problems.push(dropped(['metadata', field], '{}'));
  }
  walk(object, (path, value) => {
    if (value === null) problems.push(dropped([...path], 'null'));
  });
  return problems;
}

function dropped(path: Problem['path'], found: string): Problem {
  return { path, found, rule: 'is not kept by the API server', fix: 'remove it' };
}

function aggregated({ kind, aggregationRule, rules }: KubeObject): Problem[] {
  if (kind !== 'ClusterRole' || aggregationRule === undefined || rules === undefined) return [];
  return [
    {
      path: ['rules'],
      found: '',
      rule: 'are filled in by the cluster, since the role is aggregated',
      fix: 'remove them',
    },
  ];
}

function definition({ kind, spec }: KubeObject): Problem[] {
  if (kind !== 'CustomResourceDefinition' || ((spec ?? {}) as SpecFields).preserveUnknownFields !== false) return [];
  return [dropped(['spec', 'preserveUnknownFields'], 'false')];
}
