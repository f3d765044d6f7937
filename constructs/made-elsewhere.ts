import type { ApiObject } from 'cdk8s';

/** Annotation that names what an object refers to and this site does not make. */
const MADE_ELSEWHERE = 'armstead/made-elsewhere';

/**
 * Says what an object needs and somebody else makes, so that policies neither miss it nor forget about it.
 *
 * @param needs `secret/photos-passwords`, made by hand; `pods`, of a Helm chart
 */
export function madeElsewhere(object: ApiObject, ...needs: readonly string[]): void {
  object.metadata.addAnnotation(MADE_ELSEWHERE, needs.join(', '));
}

/** Declares Secrets that an object needs and that somebody else makes, by hand or from a vault. */
export function needsSecrets(object: ApiObject, names: readonly string[]): void {
  if (names.length > 0) madeElsewhere(object, ...[...new Set(names)].sort().map((name) => `secret/${name}`));
}
