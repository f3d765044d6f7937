import type { PolicyContext } from '../context.ts';
import { referencesOfObject } from './of-objects.ts';
import { referencesOfPod } from './of-pods.ts';
import type { Reference } from './reference.ts';

export { isMade } from './made.ts';
export type { Reference } from './reference.ts';

/** Every place of a site where one object names another; worked out once. */
export function references(context: PolicyContext): readonly Reference[] {
  return [...context.pods.flatMap(referencesOfPod), ...context.subjects.flatMap(referencesOfObject)];
}

/** A reference as an entry of the annotation that declares it as external: `secret/alerts-telegram`. */
export function entryOf({ kind, name }: Reference): string {
  return `${kind.split('.', 1)[0]?.toLowerCase()}/${name}`;
}
