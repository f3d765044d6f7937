import { TASK_LABEL } from '../../kubernetes/labels.ts';
import type { KubeObject } from '../../kubernetes/object.ts';

/** A declared task as it lies in the namespace of a team: a CronJob that is never due. */
export function aTask(namespace: string, service: string, task: string, schedule = '0 0 1 1 *', suspend = true) {
  const [team = '', environment = ''] = namespace.split('-');
  const name = `${service}--${task}`;
  const labels = { team, environment, service };
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name, namespace, labels },
    spec: {
      schedule,
      suspend,
      jobTemplate: {
        metadata: { labels: { ...labels, [TASK_LABEL]: name } },
        spec: {
          backoffLimit: 0,
          activeDeadlineSeconds: 3600,
          template: {
            metadata: { labels: { ...labels, process: task } },
            spec: aPod(service, task),
          },
        },
      },
    },
  } satisfies KubeObject;
}

/** A pod of the level `restricted`, with everything of the service that a stranger would like to have. */
function aPod(service: string, task: string) {
  return {
    restartPolicy: 'Never',
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    imagePullSecrets: [{ name: 'ghcr-pull' }],
    securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
    containers: [
      {
        name: 'main',
        image: `ghcr.io/acme/${service}:1.4.2`,
        command: [`bin/${task}`],
        env: [{ name: 'LOCALE', value: 'en' }],
        envFrom: [{ configMapRef: { name: `${service}-1a2b3c4d` } }, { secretRef: { name: service } }],
        resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '128Mi' } },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
      },
    ],
  };
}
