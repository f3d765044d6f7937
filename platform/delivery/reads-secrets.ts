import type { ApiObject } from 'cdk8s';
import { needsSecrets } from '../../constructs/made-elsewhere.ts';

/** Annotation of an Application with the names of Secrets beside it that Argo CD reads for it, and that no field names. */
const READS_SECRETS = 'armstead/reads-secrets';

/** Says which Secrets in its own namespace Argo CD reads for an Application, so that the policies see what is missing. */
export function readsSecrets(application: ApiObject, names: readonly string[]): void {
  if (names.length === 0) return;
  application.metadata.addAnnotation(READS_SECRETS, names.join(', '));
  needsSecrets(application, names);
}
