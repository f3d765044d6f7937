import { ANNOTATION } from '../../kubernetes/annotations.ts';
import { declaredExternal } from '../../kubernetes/external.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import type { Problem } from '../../site/index.ts';
import { grouped } from '../../site/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { entryOf, isMade, type Reference, references } from '../context/references/index.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** The list of what somebody must make by hand is true: no more and no less. */
export const declarationsAreNeeded: Policy = {
  id: 'declarations-are-needed',
  title: `The annotation ${ANNOTATION.external} names only what the object refers to and the site does not make.`,
  why: 'Whoever sets up a site makes what the declarations list; one that is out of date sends them after nothing, or hides a mistake.',
  check: eachObject((subject, context) => {
    const { entries, malformed } = declaredExternal(subject.object);
    if (entries.size === 0 && malformed.length === 0) return [];
    const own = context.fact(referencesBySubject).get(subject) ?? [];
    return [
      ...malformed.map((entry) => problem(entry, 'is no kind and name', 'write one such as secret/alerts-telegram')),
      ...[...entries].flatMap((entry) => needless(entry, own, subject, context)),
    ];
  }),
};

function needless(entry: string, own: readonly Reference[], { object }: Manifest, context: PolicyContext): Problem[] {
  if (object.kind === 'Service' && (entry === 'pods' || entry === 'endpoints')) return [];
  const reference = own.find((one) => entryOf(one) === entry);
  if (!reference) return [problem(entry, 'is nothing that this object refers to', 'remove it')];
  return isMade(reference, context) ? [problem(entry, 'is made in this site', 'remove it')] : [];
}

function referencesBySubject(context: PolicyContext): ReadonlyMap<Manifest, readonly Reference[]> {
  return grouped(context.fact(references), ({ subject }) => subject);
}

function problem(found: string, rule: string, fix: string): Problem {
  return { path: ['metadata', 'annotations', ANNOTATION.external], found, rule, fix };
}
