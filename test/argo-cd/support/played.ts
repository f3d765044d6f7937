import { kubectl, kubectlJson } from '../../cluster/support/kubectl.ts';
import type { List, LiveObject } from '../../cluster/support/objects.ts';

interface Conditioned extends LiveObject {
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

/** Kinds whose controller comes by Helm, and so is not in these tests: somebody has to say that all is well with them. */
const KINDS = [
  'clusterissuers.cert-manager.io',
  'certificates.cert-manager.io',
  'clustersecretstores.external-secrets.io',
  'externalsecrets.external-secrets.io',
];

/** Plays cert-manager and External Secrets: everything of theirs becomes ready. */
export function playControllers(): void {
  const { items } = kubectlJson<List<Conditioned>>('get', KINDS.join(), '--all-namespaces');
  for (const { kind, metadata, status } of items) {
    if (status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True')) continue;
    const lastTransitionTime = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const ready = { type: 'Ready', status: 'True', reason: 'Played', message: 'played', lastTransitionTime };
    const where = metadata.namespace ? ['--namespace', metadata.namespace] : [];
    const patch = JSON.stringify({ status: { conditions: [ready] } });
    kubectl(['patch', kind, metadata.name, ...where, '--subresource=status', '--type=merge', '--patch', patch]);
  }
}
