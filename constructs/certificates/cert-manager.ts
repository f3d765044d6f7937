import { platformNamespaces } from '../../site/plan/namespaces.ts';
import { type HelmApplicationProps, helmResources } from '../delivery/helm-application.ts';
import { waveOf } from '../delivery/waves.ts';
import { charts } from '../versions.ts';
import type { Resources } from '../workload/index.ts';

const SOURCE = 'measured on 2026-11-22';

const CONTROLLER: Resources = {
  cpuMillis: { request: 10, limit: 500 },
  memoryMebibytes: { request: 96, limit: 192 },
  source: SOURCE,
};

/** It asks every request for one of cert-manager's objects, a few a day. */
const WEBHOOK: Resources = {
  cpuMillis: { request: 5, limit: 200 },
  memoryMebibytes: { request: 48, limit: 96 },
  source: SOURCE,
};

/** It keeps what it watches in memory: all CRDs and webhook configurations of the cluster. */
const INJECTOR: Resources = {
  cpuMillis: { request: 5, limit: 200 },
  memoryMebibytes: { request: 96, limit: 192 },
  source: SOURCE,
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
    global: { leaderElection: { namespace: platformNamespaces.certificates.name } },
    replicaCount: 1,
    resources: helmResources(CONTROLLER),
    securityContext: POD,
    containerSecurityContext: CONTAINER,
    webhook: {
      replicaCount: 1,
      resources: helmResources(WEBHOOK),
      securityContext: POD,
      containerSecurityContext: CONTAINER,
    },
    cainjector: {
      enabled: true,
      replicaCount: 1,
      resources: helmResources(INJECTOR),
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
