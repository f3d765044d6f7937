import type { ApiObject } from 'cdk8s';

/** Annotation that names what an object refers to and this site does not make; the policies know it too. */
const MADE_ELSEWHERE = 'armstead/made-elsewhere';

/** Declares Secrets that an object needs and that somebody else makes, by hand or from a vault. */
export function needsSecrets(object: ApiObject, names: readonly string[]): void {
  if (names.length === 0) return;
  const entries = [...new Set(names)].sort().map((name) => `secret/${name}`);
  object.metadata.addAnnotation(MADE_ELSEWHERE, entries.join(', '));
}
