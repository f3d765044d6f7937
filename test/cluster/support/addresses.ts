import { kubectlJson } from './kubectl.ts';
import type { List, LiveObject } from './objects.ts';

/** What says at which addresses it is reached. */
interface Balanced extends LiveObject {
  readonly status: { readonly loadBalancer: { readonly ingress?: readonly object[] } };
}

/** Every Ingress of the cluster, or every Service, as `namespace/name`, with the number of its addresses. */
export function addresses(kind: 'ingresses' | 'services'): Readonly<Record<string, number>> {
  const { items } = kubectlJson<List<Balanced>>('get', kind, '--all-namespaces');
  return Object.fromEntries(
    items.map(({ metadata, status }) => [
      `${metadata.namespace}/${metadata.name}`,
      status.loadBalancer.ingress?.length ?? 0,
    ]),
  );
}
