import { ANNOTATION } from '../../kubernetes/annotations.ts';
import { declaredExternal } from '../../kubernetes/external.ts';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { PolicyContext } from '../context/context.ts';
import { entryOf, isMade, type Reference, references } from '../context/references/index.ts';
import type { Breach, Policy } from '../policy.ts';

/** What an object names exists when the object comes. */
export const referencesResolve: Policy = {
  id: 'references-resolve',
  title: 'Everything that an object names is made in this site, or declared as external.',
  why: 'A pod whose ConfigMap, Secret, claim or account is missing never starts, and says so only to those who look at its events.',
  check: (context) => context.fact(references).flatMap((reference) => breaches(reference, context)),
};

/** Whether it is declared is checked last: hardly any reference is wrong. */
function breaches(reference: Reference, context: PolicyContext): Breach[] {
  const found = isMade(reference, context) ? missingKey(reference, context) : missing(reference);
  const declared = found.length > 0 && declaredExternal(reference.subject.object).entries.has(entryOf(reference));
  return declared ? [] : found;
}

function missing(reference: Reference): Breach[] {
  const { subject, path, kind, namespace, name } = reference;
  const place = namespace === undefined ? 'this site' : `the namespace ${namespace}`;
  return [
    {
      subject,
      path,
      found: name,
      rule: `is no ${kind.split('.', 1)[0]} of ${place}`,
      fix: `write one that is, or the annotation ${ANNOTATION.external}: ${entryOf(reference)} if somebody else makes it`,
    },
  ];
}

interface DataFields {
  readonly data?: object;
  readonly binaryData?: object;
}

/** The keys of a ConfigMap are known; those of a Secret are not, since none has its data in git. */
function missingKey({ subject, path, kind, namespace, name, key }: Reference, context: PolicyContext): Breach[] {
  const map = context.named(kind, namespace, name)?.object as (KubeObject & DataFields) | undefined;
  if (kind !== 'ConfigMap' || key === undefined || !map) return [];
  const keys = [...Object.keys(map.data ?? {}), ...Object.keys(map.binaryData ?? {})];
  if (keys.includes(key)) return [];
  return [
    {
      subject,
      path: [...path.slice(0, -1), 'key'],
      found: key,
      rule: `is no key of the ConfigMap ${name}`,
      fix: `write one of ${keys.join(', ')}`,
    },
  ];
}
