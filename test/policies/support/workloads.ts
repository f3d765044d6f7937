import type { KubeObject } from '../../../kubernetes/object.ts';
import { anObject, type Fields } from './objects.ts';

/** A container that breaks no policy. */
export function aContainer(fields: Fields = {}): Fields {
  return {
    name: 'web',
    image: 'registry.example.org/shop/web:1.4.2',
    ports: [{ name: 'http', containerPort: 8080 }],
    resources: {
      requests: { cpu: '50m', memory: '64Mi', 'ephemeral-storage': '50Mi' },
      limits: { cpu: '500m', memory: '128Mi', 'ephemeral-storage': '100Mi' },
    },
    securityContext: hardened(),
    readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
    livenessProbe: { httpGet: { path: '/alive', port: 8080 } },
    ...fields,
  };
}

export function hardened(fields: Fields = {}): Fields {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
    ...fields,
  };
}

/** The fields of a pod that breaks no policy. */
export function aPodSpec(fields: Fields = {}): Fields {
  return {
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, runAsUser: 10_001, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [aContainer()],
    ...fields,
  };
}

/** What a test changes about a workload that breaks no policy. */
export interface WorkloadChange {
  readonly name?: string;
  readonly pod?: Fields;
  readonly container?: Fields;
  readonly podMetadata?: Fields;
  readonly metadata?: Fields;
  readonly spec?: Fields;
}

const SOURCE = 'measured on 2026-11-20 under load';

/** Each kind that makes pods, with the place where its pod stands. */
export const KINDS = {
  Pod: { apiVersion: 'v1', at: '' },
  Deployment: { apiVersion: 'apps/v1', at: 'spec.template.' },
  StatefulSet: { apiVersion: 'apps/v1', at: 'spec.template.' },
  DaemonSet: { apiVersion: 'apps/v1', at: 'spec.template.' },
  Job: { apiVersion: 'batch/v1', at: 'spec.template.' },
  CronJob: { apiVersion: 'batch/v1', at: 'spec.jobTemplate.spec.template.' },
} as const;

export type Kind = keyof typeof KINDS;

/** A workload of a kind, called `web`, that breaks no policy but for what is changed. */
export function aWorkload(kind: Kind, change: WorkloadChange = {}): KubeObject {
  const { name = 'web', container, podMetadata, spec, metadata } = change;
  const labels = { 'app.kubernetes.io/name': name };
  const ends = kind === 'Job' || kind === 'CronJob';
  const pod = aPodSpec({
    ...(ends && { restartPolicy: 'Never' }),
    ...(container && { containers: [aContainer(container)] }),
    ...change.pod,
  });
  const template = { metadata: { labels, ...podMetadata }, spec: pod };
  const { annotations, ...others } = (metadata ?? {}) as { readonly annotations?: Fields };
  const own = kind === 'Pod' ? (template.metadata as { readonly annotations?: Fields }) : {};
  return anObject(KINDS[kind].apiVersion, kind, name, {
    ...(kind === 'Pod' ? { spec: pod } : { spec: { ...specs(kind, template, labels), ...spec } }),
    metadata: {
      ...own,
      annotations: { 'armstead/requests-source': SOURCE, ...own.annotations, ...annotations },
      ...others,
    },
  });
}

function specs(kind: Exclude<Kind, 'Pod'>, template: Fields, matchLabels: Fields): Fields {
  const selector = { matchLabels };
  switch (kind) {
    case 'Deployment':
      return { replicas: 1, selector, template };
    case 'StatefulSet':
      return { replicas: 1, selector, serviceName: 'web', template };
    case 'DaemonSet':
      return { selector, template };
    case 'Job':
      return { template };
    case 'CronJob':
      return { schedule: '0 3 * * *', jobTemplate: { spec: { template } } };
  }
}

export function aDeployment(change: WorkloadChange = {}): KubeObject {
  return aWorkload('Deployment', change);
}
