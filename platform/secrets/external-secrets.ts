import { charts } from '../../constructs/versions.ts';
import { goEnvironment, type Resources } from '../../constructs/workload/index.ts';
import { PLATFORM_PRIORITY, platformNamespaces, waveOf } from '../../site/plan/index.ts';
import { type HelmApplicationProps, helmResources } from '../argo-cd/helm-application.ts';

/** Name of its Application, and of the Deployment that its chart makes. */
export const EXTERNAL_SECRETS = 'external-secrets';

const SOURCE =
  'not measured: the chart gives no figures, and these are meant for a few dozen Secrets of one store; compare with kubectl top';

const CONTROLLER: Resources = {
  cpuMillis: { request: 10, limit: 200 },
  memoryMebibytes: { request: 64, limit: 128 },
  source: SOURCE,
};

const WEBHOOK: Resources = {
  cpuMillis: { request: 5, limit: 100 },
  memoryMebibytes: { request: 32, limit: 64 },
  source: SOURCE,
};

const CERTIFICATES: Resources = {
  cpuMillis: { request: 5, limit: 100 },
  memoryMebibytes: { request: 48, limit: 96 },
  source: SOURCE,
};

/**
 * Where the controller gives out its metrics: a port of the node, since it shares the node's network, and there 8080 is
 * what everybody takes.
 */
const METRICS_PORT = 18_080;

/** The values of the chart: one of each process, and none of the kinds that the site does not use. */
function externalSecretsValues() {
  return {
    installCRDs: true,
    crds: {
      createClusterExternalSecret: false,
      createClusterGenerator: false,
      createClusterPushSecret: false,
      createPushSecret: false,
    },
    processClusterExternalSecret: false,
    processClusterGenerator: false,
    processClusterPushSecret: false,
    processPushSecret: false,
    // Who may edit in one namespace could read the whole vault through objects of these kinds.
    rbac: { aggregateToEdit: false, aggregateToAdmin: false },
    replicaCount: 1,
    resources: helmResources(CONTROLLER),
    extraEnv: goEnvironment(CONTROLLER),
    // The node keeps all other pods from the cloud's metadata, which lend the identity that reads the vault.
    hostNetwork: true,
    metrics: { listen: { port: METRICS_PORT } },
    // Its port is one of the node: the next pod finds room only once the last one is gone.
    strategy: { type: 'Recreate' },
    priorityClassName: PLATFORM_PRIORITY,
    webhook: {
      replicaCount: 1,
      resources: helmResources(WEBHOOK),
      extraEnv: goEnvironment(WEBHOOK),
      priorityClassName: PLATFORM_PRIORITY,
    },
    certController: {
      replicaCount: 1,
      resources: helmResources(CERTIFICATES),
      extraEnv: goEnvironment(CERTIFICATES),
      priorityClassName: PLATFORM_PRIORITY,
    },
  } as const;
}

/** External Secrets, as Argo CD installs it: it reads Secrets from the vault and keeps them up to date. */
export function externalSecretsApplication(): HelmApplicationProps {
  return {
    name: EXTERNAL_SECRETS,
    chart: charts.externalSecrets,
    namespace: platformNamespaces.secrets.name,
    values: externalSecretsValues(),
    pods: [
      { name: 'controller', resources: CONTROLLER },
      { name: 'webhook', resources: WEBHOOK },
      { name: 'cert-controller', resources: CERTIFICATES },
    ],
    wave: waveOf(EXTERNAL_SECRETS),
  };
}
