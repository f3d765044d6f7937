import { kubectl } from '../../cluster/support/kubectl.ts';
import { applications, until } from './argo-cd.ts';

/** The Application with which Argo CD manages itself; whoever finds it does not install Argo CD again. */
const ARGO_CD_APPLICATION = 'argocd';

/** No node has it, so that a pod that requests it waits. */
const NOWHERE = { 'test/ready': 'no' };

/** Parts of Argo CD under the names that its chart gives them; here they run beside the cluster, so these only play. */
export const argoCdParts = JSON.stringify({
  apiVersion: 'v1',
  kind: 'List',
  items: [
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: ARGO_CD_APPLICATION, namespace: 'argocd' },
      spec: {
        project: 'default',
        source: { repoURL: 'https://charts.example.org', chart: 'argo-cd', targetRevision: '1.0.0' },
        destination: { server: 'https://kubernetes.default.svc', namespace: 'argocd' },
      },
    },
    part('Deployment', 'argocd-repo-server'),
    part('StatefulSet', 'argocd-application-controller'),
  ],
});

function part(kind: string, name: string) {
  const labels = { 'test/part': name };
  const container = {
    name: 'main',
    image: 'registry.example.org/argo-cd:v1',
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  };
  // As the namespace asks of every pod in it.
  const securityContext = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: 'argocd' },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { nodeSelector: NOWHERE, securityContext, containers: [container] } },
      ...(kind === 'StatefulSet' && { serviceName: name }),
    },
  };
}

/** Lets the pods of a part start. */
export function makeReady(part: string): void {
  const patch = [{ op: 'remove', path: '/spec/template/spec/nodeSelector' }];
  kubectl(['--namespace', 'argocd', 'patch', part, '--type=json', `--patch=${JSON.stringify(patch)}`]);
  // A StatefulSet waits for a pod of its old template before it makes one of the new.
  kubectl(['--namespace', 'argocd', 'delete', 'pods', `--selector=test/part=${part.split('/')[1]}`, '--wait=false']);
}

/** Removes every Application, so that another site begins without those of the last one. */
export async function forgetAll(): Promise<void> {
  const all = ['--namespace', 'argocd', 'applications.argoproj.io'];
  await until('no Application is left', () => {
    // One that goes already is not brought back by another, and waits only for what it made.
    kubectl(['delete', ...all, '--all', '--wait=false']);
    for (const { metadata } of applications()) {
      kubectl(['patch', ...all, metadata.name, '--type=merge', '--patch={"metadata":{"finalizers":null}}']);
    }
    return applications().length === 0;
  });
}
