import type { Manifest } from '../../kubernetes/manifest.ts';
import type { Pod } from '../../kubernetes/pods.ts';
import type { ServiceFields } from '../../kubernetes/services.ts';
import type { PolicyContext } from './context.ts';

/** The pods that a Service sends requests to; none where it selects nothing, because somebody else names its endpoints. */
export function podsOf({ object }: Manifest, context: PolicyContext): readonly Pod[] {
  const { selector = {} } = (object as ServiceFields).spec ?? {};
  if (Object.keys(selector).length === 0) return [];
  return context.podsSelected(object.metadata.namespace, { matchLabels: selector });
}

/** Every pod that some Service sends requests to. */
export function servedPods(context: PolicyContext): ReadonlySet<Pod> {
  return new Set(context.ofKind('Service').flatMap((service) => podsOf(service, context)));
}
