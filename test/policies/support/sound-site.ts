import type { IngressFields } from '../../../kubernetes/ingresses.ts';
import type { Manifest } from '../../../kubernetes/manifest.ts';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { PolicyContext } from '../../../policies/context/context.ts';
import type { SiteInput } from '../../../site/index.ts';
import { type HostPlan, PLATFORM, type Plan } from '../../../site/plan/index.ts';
import {
  aClusterIssuer,
  aConfigMap,
  aNamespace,
  anAccount,
  anIngress,
  anObject,
  aPriorityClass,
  aRule,
  aService,
  subjectsOf,
} from './objects.ts';
import { aPlan } from './site.ts';
import { aClaim, aLocalClass, aVolume } from './volumes.ts';
import { aContainer, aDeployment, aPodSpec, aWorkload } from './workloads.ts';

const RBAC = 'rbac.authorization.k8s.io/v1';

/** Objects of every sort that refer to each other and together break no policy. */
export function aSoundSite(): Manifest[] {
  return soundly([
    aNamespace(),
    aPriorityClass(),
    aLocalClass(),
    aClusterIssuer(),
    aVolume(),
    aClaim(),
    aConfigMap('web'),
    anAccount('web', { automountServiceAccountToken: false }),
    anObject(RBAC, 'Role', 'web', { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }] }),
    anObject(RBAC, 'RoleBinding', 'web', {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'web' },
      subjects: [{ kind: 'ServiceAccount', name: 'web' }],
    }),
    aDeployment({ pod: withEverything() }),
    aService(),
    anIngress(),
    aWorkload('StatefulSet', { name: 'queue', spec: { serviceName: 'queue', replicas: undefined } }),
    aService('queue', { clusterIP: 'None' }),
    aWorkload('DaemonSet', { name: 'agent' }),
    aWorkload('Job', { name: 'migrate' }),
    aWorkload('CronJob', { name: 'night' }),
    aWorkload('Pod', { name: 'alone' }),
    anObject('policy/v1', 'PodDisruptionBudget', 'web', {
      spec: { maxUnavailable: 1, selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } } },
    }),
    anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'queue', {
      spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'queue' } },
    }),
  ]);
}

/** The plan of a site that publishes what these objects publish. */
export function aPlanOf(subjects: readonly Manifest[], site: Partial<SiteInput> = {}): Plan {
  const rules = subjects.flatMap(({ object }) => {
    const { rules: ofIngress = [] } = object.kind === 'Ingress' ? ((object as IngressFields).spec ?? {}) : {};
    return ofIngress.map(({ host = '' }) => ({ host, namespace: object.metadata.namespace ?? '' }));
  });
  const hosts = rules.map(
    (rule): HostPlan => ({
      ...rule,
      ...{ owner: PLATFORM, exposure: 'public', guard: { kind: 'none' }, limits: {}, timeouts: {}, what: '', path: [] },
      backend: { service: 'web', port: 80, protocol: 'http' },
    }),
  );
  return { ...aPlan(site), hosts };
}

/** The objects in their folders, each pod with a priority: nobody else requests one. */
function soundly(objects: readonly KubeObject[]): Manifest[] {
  const subjects = subjectsOf(objects);
  for (const { spec } of new PolicyContext(subjects, aPlan()).pods)
    Object.assign(spec, { priorityClassName: 'platform' });
  return subjects;
}

function withEverything() {
  return aPodSpec({
    serviceAccountName: 'web',
    automountServiceAccountToken: true,
    initContainers: [aContainer({ name: 'prepare', ports: [], livenessProbe: undefined, readinessProbe: undefined })],
    volumes: [
      { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
      { name: 'config', configMap: { name: 'web' } },
      { name: 'scratch', emptyDir: { sizeLimit: '64Mi' } },
    ],
  });
}

/**
 * As many services as asked, six objects each, as a large site has them: a Deployment, a Service, an Ingress, a
 * ConfigMap, an account and a CronJob.
 */
export function manyServices(count: number): Manifest[] {
  return soundly([
    aNamespace(),
    aPriorityClass(),
    aClusterIssuer(),
    ...Array.from({ length: count }, (_, index) => oneService(`web-${index}`)).flat(),
  ]);
}

function oneService(name: string) {
  const host = `${name}.example.org`;
  const least = { cpu: '1m', memory: '12Mi', 'ephemeral-storage': '1Mi' };
  const small = { resources: { requests: least, limits: least } };
  const config = { name: 'config', configMap: { name } };
  const backend = { service: { name, port: { name: 'http' } } };
  return [
    aDeployment({ name, pod: { serviceAccountName: name, containers: [aContainer(small)], volumes: [config] } }),
    aService(name),
    anIngress(name, { rules: [aRule(host, { backend })], tls: [{ hosts: [host], secretName: `${name}-tls` }] }),
    aConfigMap(name),
    anAccount(name),
    aWorkload('CronJob', { name: `${name}-night`, container: small }),
  ];
}
