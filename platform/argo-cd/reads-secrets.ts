import type { ApiObject } from 'cdk8s';
import { needsSecrets } from '../../constructs/external.ts';
import { ANNOTATION } from '../../kubernetes/annotations.ts';
import { entriesText } from '../../kubernetes/external.ts';

/** Says which Secrets in its own namespace Argo CD reads for an Application, so that the policies see what is missing. */
export function readsSecrets(application: ApiObject, names: readonly string[]): void {
  if (names.length === 0) return;
  application.metadata.addAnnotation(ANNOTATION.readsSecrets, entriesText(names));
  needsSecrets(application, names);
}
