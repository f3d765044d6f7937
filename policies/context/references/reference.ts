import type { Manifest } from '../../../kubernetes/manifest.ts';
import type { Path } from '../../../kubernetes/object.ts';

/** A place where one object names another. */
export interface Reference {
  readonly subject: Manifest;
  readonly path: Path;

  /** Kind of what is named, with its group: `Secret`, `Role.rbac.authorization.k8s.io`. */
  readonly kind: string;

  /** Namespace of what is named; absent for what belongs to none. */
  readonly namespace: string | undefined;

  readonly name: string;

  /** Key of the data that is wanted. */
  readonly key?: string;
}

/** A name that may be absent, at its place; absent ones refer to nothing. */
export interface Place {
  readonly path: Path;
  readonly kind: string;
  readonly name: string | undefined;

  /** Whether it does no harm when nothing of that name exists. */
  readonly optional?: boolean | undefined;

  readonly key?: string | undefined;

  /**
   * Namespace of what is named; `undefined` is that of no namespace at all.
   *
   * @default - the namespace of the object that names it
   */
  readonly namespace?: string | undefined;
}

/** References from the places of one object that name something and insist on it. */
export function referencesAt(subject: Manifest, places: readonly Place[]): Reference[] {
  return places.flatMap((place) => {
    const { path, kind, name, optional, key } = place;
    if (!name || optional) return [];
    const namespace = 'namespace' in place ? place.namespace : subject.object.metadata.namespace;
    return [{ subject, path, kind, namespace, name, ...(key !== undefined && { key }) }];
  });
}
