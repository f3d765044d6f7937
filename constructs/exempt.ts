import type { ApiObject } from 'cdk8s';
import { exceptionFrom } from '../kubernetes/annotations.ts';

/**
 * Excepts an object from a policy.
 *
 * The exception becomes an annotation, so that it stands in `dist/` and in the cluster, and every synth lists it.
 *
 * @param policy id of the policy, as `docs/policies.md` lists it
 * @param reason why this object may break the rule, in a sentence
 */
export function exempt(object: ApiObject, policy: string, reason: string): void {
  object.metadata.addAnnotation(exceptionFrom(policy), reason);
}
