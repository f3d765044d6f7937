import { images } from '../../../constructs/versions.ts';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { withoutDigests } from '../../support/digests.ts';

const LABELS = { app: 'shop' };

/** A service as somebody writes it by hand, under the level `restricted`: it writes a line and answers requests. */
export function shopIn(namespace: string): KubeObject[] {
  const metadata = { name: 'shop', namespace };
  const spec = { selector: LABELS, ports: [{ port: 80, targetPort: 8080 }] };
  const deployment = { selector: { matchLabels: LABELS }, template: { metadata: { labels: LABELS }, spec: POD } };
  return [
    { apiVersion: 'v1', kind: 'Service', metadata, spec },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: deployment },
  ] as KubeObject[];
}

const POD = {
  terminationGracePeriodSeconds: 0,
  securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [
    {
      name: 'shop',
      image: withoutDigests(images.busybox),
      imagePullPolicy: 'IfNotPresent',
      command: ['sh', '-c', 'echo open; echo welcome >/tmp/index.html; exec httpd -f -p 8080 -h /tmp'],
      resources: { requests: { cpu: '5m', memory: '8Mi' }, limits: { memory: '16Mi' } },
      readinessProbe: { httpGet: { path: '/', port: 8080 } },
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    },
  ],
} as const;
