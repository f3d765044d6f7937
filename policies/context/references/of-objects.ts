import { ANNOTATION } from '../../../kubernetes/annotations.ts';
import { entriesIn } from '../../../kubernetes/external.ts';
import { type IngressFields, ISSUER_ANNOTATIONS, pathsOf } from '../../../kubernetes/ingresses.ts';
import { kindOf } from '../../../kubernetes/kinds.ts';
import type { Manifest } from '../../../kubernetes/manifest.ts';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { type Place, type Reference, referencesAt } from './reference.ts';

/** What an object refers to besides its pods. */
export function referencesOfObject(subject: Manifest): Reference[] {
  const places = PLACES[kindOf(subject.object)];
  return places ? referencesAt(subject, places(subject.object)) : [];
}

type Places = (object: KubeObject) => Place[];

const RBAC = 'rbac.authorization.k8s.io';

const PLACES: Readonly<Record<string, Places>> = {
  'Ingress.networking.k8s.io': ingressPlaces,
  ServiceAccount: accountPlaces,
  [`RoleBinding.${RBAC}`]: bindingPlaces,
  [`ClusterRoleBinding.${RBAC}`]: bindingPlaces,
  'StatefulSet.apps': statefulSetPlaces,
  'HorizontalPodAutoscaler.autoscaling': autoscalerPlaces,
  'Certificate.cert-manager.io': certificatePlaces,
  'ExternalSecret.external-secrets.io': externalSecretPlaces,
  'Application.argoproj.io': applicationPlaces,
};

/** Annotations of an Ingress that name a secret, as `name` or `namespace/name`. */
const SECRET_ANNOTATIONS = ['auth-secret', 'auth-tls-secret', 'proxy-ssl-secret'].map(
  (name) => `nginx.ingress.kubernetes.io/${name}`,
);

function ingressPlaces(object: KubeObject): Place[] {
  const { annotations = {}, namespace } = object.metadata;
  const ingress = object as IngressFields;
  return [
    ...pathsOf(ingress).map(({ route, at }) => ({
      path: [...at, 'backend', 'service', 'name'],
      kind: 'Service',
      name: route.backend?.service?.name,
    })),
    ...(ingress.spec?.tls ?? []).map(({ secretName }, index) => ({
      path: ['spec', 'tls', index, 'secretName'],
      kind: 'Secret',
      name: secretName,
    })),
    ...SECRET_ANNOTATIONS.filter((key) => annotations[key]).map((key) => {
      const [name, own] = (annotations[key] ?? '').split('/').reverse();
      return { path: ['metadata', 'annotations', key], kind: 'Secret', name, namespace: own ?? namespace };
    }),
    ...Object.entries(ISSUER_ANNOTATIONS).map(([kind, key]) =>
      issuerPlace(['metadata', 'annotations', key], kind, annotations[key]),
    ),
  ];
}

function issuerPlace(path: Place['path'], kind: string, name: string | undefined): Place {
  const place = { path, kind: `${kind}.cert-manager.io`, name };
  return kind === 'ClusterIssuer' ? { ...place, namespace: undefined } : place;
}

interface NameField {
  readonly name?: string;
}

function accountPlaces(object: KubeObject): Place[] {
  return ['secrets', 'imagePullSecrets'].flatMap((field) =>
    ((object[field] ?? []) as readonly NameField[]).map(({ name }, index) => ({
      path: [field, index, 'name'],
      kind: 'Secret',
      name,
    })),
  );
}

interface BindingFields {
  readonly roleRef?: { readonly kind?: string; readonly name?: string };
  readonly subjects?: readonly { readonly kind?: string; readonly name?: string; readonly namespace?: string }[];
}

function bindingPlaces(object: KubeObject): Place[] {
  const { roleRef = {}, subjects = [] } = object as BindingFields;
  const role = { path: ['roleRef', 'name'], kind: `${roleRef.kind}.${RBAC}`, name: roleRef.name };
  return [
    roleRef.kind === 'ClusterRole' ? { ...role, namespace: undefined } : role,
    ...subjects.flatMap(({ kind, name, namespace }, index) =>
      kind === 'ServiceAccount'
        ? [{ path: ['subjects', index, 'name'], kind, name, namespace: namespace ?? object.metadata.namespace }]
        : [],
    ),
  ];
}

function statefulSetPlaces({ spec }: KubeObject): Place[] {
  const { serviceName } = (spec ?? {}) as { readonly serviceName?: string };
  return [{ path: ['spec', 'serviceName'], kind: 'Service', name: serviceName }];
}

interface TargetFields {
  readonly scaleTargetRef?: { readonly apiVersion?: string; readonly kind?: string; readonly name?: string };
}

function autoscalerPlaces({ spec }: KubeObject): Place[] {
  const { apiVersion = '', kind = '', name } = ((spec ?? {}) as TargetFields).scaleTargetRef ?? {};
  return [{ path: ['spec', 'scaleTargetRef', 'name'], kind: kindOf({ apiVersion, kind }), name }];
}

interface KindRef {
  readonly kind?: string;
  readonly name?: string;
}

function certificatePlaces({ spec }: KubeObject): Place[] {
  const { issuerRef = {} } = (spec ?? {}) as { readonly issuerRef?: KindRef };
  return [issuerPlace(['spec', 'issuerRef', 'name'], issuerRef.kind ?? 'Issuer', issuerRef.name)];
}

function externalSecretPlaces({ spec }: KubeObject): Place[] {
  const { kind = 'SecretStore', name } = ((spec ?? {}) as { readonly secretStoreRef?: KindRef }).secretStoreRef ?? {};
  const place = { path: ['spec', 'secretStoreRef', 'name'], kind: `${kind}.external-secrets.io`, name };
  return [kind === 'ClusterSecretStore' ? { ...place, namespace: undefined } : place];
}

/** The Secrets that Argo CD reads for an Application. */
function applicationPlaces({ metadata }: KubeObject): Place[] {
  const names = entriesIn(metadata.annotations?.[ANNOTATION.readsSecrets] ?? '');
  return names.map((name) => ({ path: ['metadata', 'annotations', ANNOTATION.readsSecrets], kind: 'Secret', name }));
}
