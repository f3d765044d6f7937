import { kubectlJson } from '../../cluster/support/kubectl.ts';
import type { List, LiveObject } from '../../cluster/support/objects.ts';

interface Node extends LiveObject {
  readonly status: { readonly addresses: readonly { readonly type: string; readonly address: string }[] };
}

/** Address of the node, at which pods reach what the tests serve on it. */
export function nodeAddress(): string {
  const { items } = kubectlJson<List<Node>>('get', 'nodes');
  const [address] = items.flatMap(({ status }) => status.addresses.filter(({ type }) => type === 'InternalIP'));
  if (!address) throw new Error('the node has no address');
  return address.address;
}
