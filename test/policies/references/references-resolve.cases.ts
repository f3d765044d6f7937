import { referencesResolve } from '../../../policies/references/references-resolve.ts';
import type { BreakingPod, PolicyCases } from '../support/cases.ts';
import {
  aClusterIssuer,
  aConfigMap,
  anAccount,
  anIngress,
  anObject,
  aService,
  type Fields,
  withoutIssuer,
} from '../support/objects.ts';
import { aClaim } from '../support/volumes.ts';
import { aDeployment, aWorkload } from '../support/workloads.ts';

const EXTERNAL = 'armstead/made-elsewhere';
const RBAC = 'rbac.authorization.k8s.io/v1';

const missing = (path: string, name: string, kind: string, place = 'the namespace shop') => ({
  path,
  found: name,
  rule: `is no ${kind} of ${place}`,
  fix: `write one that is, or the annotation ${EXTERNAL}: ${kind.toLowerCase()}/${name} if somebody else makes it`,
});

const volume = (fields: Fields): BreakingPod['change'] => ({ pod: { volumes: [{ name: 'files', ...fields }] } });
const variable = (valueFrom: Fields): BreakingPod['change'] => ({ container: { env: [{ name: 'A', valueFrom }] } });

const secretFrom = (apiVersion: string, kind: string, spec: Fields) => [
  anObject(apiVersion, kind, 'web-secret', { spec }),
  aDeployment(volume({ secret: { secretName: 'web-secret' } })),
];

const binding = (roleRef: Fields, ...subjects: readonly Fields[]) =>
  anObject(RBAC, 'RoleBinding', 'web', { roleRef, subjects });

export const cases: PolicyCases = {
  policy: referencesResolve,
  accepts: {
    'what is made in the same namespace': {
      objects: [
        aConfigMap('web'),
        aClaim('data'),
        anAccount('web'),
        aDeployment({
          pod: {
            serviceAccountName: 'web',
            volumes: [
              { name: 'a', configMap: { name: 'web' } },
              { name: 'b', persistentVolumeClaim: { claimName: 'data' } },
              {
                name: 'c',
                projected: { sources: [{ configMap: { name: 'web' } }, { configMap: { name: 'kube-root-ca.crt' } }] },
              },
            ],
          },
        }),
      ],
    },
    'what may be missing': {
      objects: [aDeployment(volume({ secret: { secretName: 'nothing', optional: true } }))],
    },
    'what is declared as external': {
      objects: [
        aDeployment({
          ...volume({ secret: { secretName: 'alerts-telegram' } }),
          metadata: { annotations: { [EXTERNAL]: 'configmap/motd, secret/alerts-telegram' } },
        }),
      ],
    },
    'a secret that cert-manager makes from a Certificate': {
      objects: [
        aClusterIssuer(),
        ...secretFrom('cert-manager.io/v1', 'Certificate', {
          secretName: 'web-secret',
          issuerRef: { kind: 'ClusterIssuer', name: 'letsencrypt-staging' },
        }),
      ],
    },
    'a secret that External Secrets makes, under its own name or another': {
      objects: [
        anObject('external-secrets.io/v1', 'ClusterSecretStore', 'vault'),
        anObject('external-secrets.io/v1', 'ExternalSecret', 'own-name', {
          spec: { secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' } },
        }),
        aWorkload('Job', volume({ secret: { secretName: 'own-name' } })),
        ...secretFrom('external-secrets.io/v1', 'ExternalSecret', { target: { name: 'web-secret' } }),
      ],
    },
    'a secret that cert-manager makes for an annotated Ingress': {
      objects: [aClusterIssuer(), aService(), anIngress()],
    },
    'roles and priorities that every cluster has': {
      objects: [
        aDeployment({ pod: { priorityClassName: 'system-node-critical' } }),
        anAccount('web'),
        binding({ kind: 'ClusterRole', name: 'view' }, { kind: 'ServiceAccount', name: 'web' }),
        anObject(RBAC, 'ClusterRoleBinding', 'web', {
          roleRef: { kind: 'ClusterRole', name: 'system:auth-delegator' },
          subjects: [
            { kind: 'ServiceAccount', name: 'web', namespace: 'shop' },
            { kind: 'User', name: 'ops@example.org' },
          ],
        }),
      ],
    },
  },
  refuses: {
    'an Ingress whose Service, secrets and issuer nobody makes': {
      objects: [
        withoutIssuer(
          anIngress(
            'web',
            {},
            {
              'cert-manager.io/issuer': 'own',
              'nginx.ingress.kubernetes.io/auth-secret': 'sign-on/htpasswd',
              'nginx.ingress.kubernetes.io/auth-tls-secret': 'ca',
            },
          ),
        ),
      ],
      findings: [
        missing('spec.rules[0].http.paths[0].backend.service.name', 'web', 'Service'),
        missing(
          "metadata.annotations['nginx.ingress.kubernetes.io/auth-secret']",
          'htpasswd',
          'Secret',
          'the namespace sign-on',
        ),
        missing("metadata.annotations['nginx.ingress.kubernetes.io/auth-tls-secret']", 'ca', 'Secret'),
        missing("metadata.annotations['cert-manager.io/issuer']", 'own', 'Issuer'),
      ].map((one) => ({ in: 'Ingress shop/web', ...one })),
    },
    'a TLS secret requested of no issuer': {
      objects: [aService(), withoutIssuer(anIngress())],
      findings: [{ in: 'Ingress shop/web', ...missing('spec.tls[0].secretName', 'web-tls', 'Secret') }],
    },
    'a binding of a role and an account, and an account of a secret, that nobody makes': {
      objects: [
        binding({ kind: 'Role', name: 'reader' }, { kind: 'ServiceAccount', name: 'web' }),
        anAccount('api', { imagePullSecrets: [{ name: 'registry' }] }),
      ],
      findings: [
        { in: 'RoleBinding shop/web', ...missing('roleRef.name', 'reader', 'Role') },
        { in: 'RoleBinding shop/web', ...missing('subjects[0].name', 'web', 'ServiceAccount') },
        { in: 'ServiceAccount shop/api', ...missing('imagePullSecrets[0].name', 'registry', 'Secret') },
      ],
    },
    'a binding of a role of the cluster that nobody makes': {
      objects: [binding({ kind: 'ClusterRole', name: 'metrics' })],
      findings: [{ in: 'RoleBinding shop/web', ...missing('roleRef.name', 'metrics', 'ClusterRole', 'this site') }],
    },
    'a StatefulSet without its Service, and an autoscaler without its Deployment': {
      objects: [
        aWorkload('StatefulSet'),
        anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
          spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
        }),
      ],
      findings: [
        { in: 'StatefulSet shop/web', ...missing('spec.serviceName', 'web', 'Service') },
        { in: 'HorizontalPodAutoscaler shop/web', ...missing('spec.scaleTargetRef.name', 'web', 'Deployment') },
      ],
    },
    'an issuer and a store that nobody makes': {
      objects: [
        anObject('cert-manager.io/v1', 'Certificate', 'web', { spec: { issuerRef: { name: 'own' } } }),
        anObject('external-secrets.io/v1', 'ExternalSecret', 'web', {
          spec: { secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' } },
        }),
      ],
      findings: [
        { in: 'Certificate shop/web', ...missing('spec.issuerRef.name', 'own', 'Issuer') },
        {
          in: 'ExternalSecret shop/web',
          ...missing('spec.secretStoreRef.name', 'vault', 'ClusterSecretStore', 'this site'),
        },
      ],
    },
    'a key that the ConfigMap does not have': {
      objects: [
        aConfigMap('web', { 'a.conf': '', 'b.conf': '' }),
        aDeployment(variable({ configMapKeyRef: { name: 'web', key: 'c.conf' } })),
      ],
      findings: [
        {
          in: 'Deployment shop/web',
          path: 'spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key',
          found: 'c.conf',
          rule: 'is no key of the ConfigMap web',
          fix: 'write one of a.conf, b.conf',
        },
      ],
    },
  },
  refusesPods: {
    'a ConfigMap of another namespace': {
      change: volume({ configMap: { name: 'web' } }),
      beside: [aService(), anObject('v1', 'ConfigMap', 'web', { metadata: { namespace: 'other' } })],
      findings: [missing('spec.volumes[0].configMap.name', 'web', 'ConfigMap')],
    },
    'a secret that nobody makes, in every place': {
      change: {
        pod: {
          imagePullSecrets: [{ name: 'a' }],
          volumes: [
            { name: 'b', secret: { secretName: 'b' } },
            { name: 'c', csi: { nodePublishSecretRef: { name: 'c' } } },
            { name: 'd', projected: { sources: [{ secret: { name: 'd' } }] } },
          ],
          containers: [
            {
              name: 'web',
              env: [{ name: 'E', valueFrom: { secretKeyRef: { name: 'e', key: 'e' } } }],
              envFrom: [{ secretRef: { name: 'f' } }],
            },
          ],
        },
      },
      beside: [aService()],
      findings: [
        missing('spec.imagePullSecrets[0].name', 'a', 'Secret'),
        missing('spec.volumes[0].secret.secretName', 'b', 'Secret'),
        missing('spec.volumes[1].csi.nodePublishSecretRef.name', 'c', 'Secret'),
        missing('spec.volumes[2].projected.sources[0].secret.name', 'd', 'Secret'),
        missing('spec.containers[0].env[0].valueFrom.secretKeyRef.name', 'e', 'Secret'),
        missing('spec.containers[0].envFrom[0].secretRef.name', 'f', 'Secret'),
      ],
    },
    'a claim, an account and a priority that nobody makes': {
      change: {
        pod: {
          serviceAccountName: 'web',
          priorityClassName: 'high',
          volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
        },
      },
      beside: [aService()],
      findings: [
        missing('spec.serviceAccountName', 'web', 'ServiceAccount'),
        missing('spec.priorityClassName', 'high', 'PriorityClass', 'this site'),
        missing('spec.volumes[0].persistentVolumeClaim.claimName', 'data', 'PersistentVolumeClaim'),
      ],
    },
  },
};
