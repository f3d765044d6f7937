import { charts } from '../../constructs/versions.ts';
import { goEnvironment, type Resources } from '../../constructs/workload/index.ts';
import { PLATFORM_PRIORITY, platformNamespaces, waveOf } from '../../site/plan/index.ts';
import { type HelmApplicationProps, helmResources } from '../argo-cd/helm-application.ts';

const CONTROLLER: Resources = {
  cpuMillis: { request: 10, limit: 500 },
  memoryMebibytes: { request: 96, limit: 192 },
  source:
    'measured on 2026-11-22: 83 MiB resident after 12 certificates, cert-manager 1.21.2 (one correction after the pinned version) on x86-64',
};

/** It looks at requests for cert-manager's own objects, a few a day. */
const WEBHOOK: Resources = {
  cpuMillis: { request: 5, limit: 200 },
  memoryMebibytes: { request: 48, limit: 96 },
  source: 'half of what the controller was measured to take: the same client libraries, and it keeps no objects',
};

/** It keeps all CRDs and webhook configurations of the cluster in memory. */
const INJECTOR: Resources = {
  cpuMillis: { request: 5, limit: 200 },
  memoryMebibytes: { request: 96, limit: 192 },
  source: 'as the controller was measured: it keeps fewer but larger objects',
};

const POD = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } as const;

const CONTAINER = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
} as const;

/** The values of cert-manager's chart. */
export function certManagerValues() {
  return {
    imageRegistry: 'quay.io',
    imageNamespace: 'jetstack',
    crds: { enabled: true, keep: true },
    global: {
      leaderElection: { namespace: platformNamespaces.certificates.name },
      priorityClassName: PLATFORM_PRIORITY,
    },
    replicaCount: 1,
    resources: helmResources(CONTROLLER),
    extraEnv: goEnvironment(CONTROLLER),
    securityContext: POD,
    containerSecurityContext: CONTAINER,
    webhook: {
      replicaCount: 1,
      resources: helmResources(WEBHOOK),
      extraEnv: goEnvironment(WEBHOOK),
      securityContext: POD,
      containerSecurityContext: CONTAINER,
    },
    cainjector: {
      enabled: true,
      replicaCount: 1,
      resources: helmResources(INJECTOR),
      extraEnv: goEnvironment(INJECTOR),
      securityContext: POD,
      containerSecurityContext: CONTAINER,
    },
    // A hook Job that waits for the webhook; Argo CD repeats a sync until the webhook answers.
    startupapicheck: { enabled: false },
    prometheus: { enabled: true, servicemonitor: { enabled: false }, podmonitor: { enabled: false } },
  } as const;
}

/** cert-manager, as Argo CD installs it. */
export function certManagerApplication(): HelmApplicationProps {
  return {
    name: 'cert-manager',
    chart: charts.certManager,
    namespace: platformNamespaces.certificates.name,
    values: certManagerValues(),
    pods: [
      { name: 'controller', resources: CONTROLLER },
      { name: 'webhook', resources: WEBHOOK },
      { name: 'cainjector', resources: INJECTOR },
    ],
    wave: waveOf('cert-manager'),
  };
}
