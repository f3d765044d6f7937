import { kindOf } from '../../../kubernetes/kinds.ts';
import type { Manifest } from '../../../kubernetes/manifest.ts';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { isClusterScoped } from '../../../kubernetes/scopes.ts';

/** Fields that replace or add to those of a sound object. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object of any kind, in the namespace `shop` unless the fields say otherwise. */
export function anObject(apiVersion: string, kind: string, name: string, fields: Fields = {}): KubeObject {
  const { metadata, ...rest } = fields;
  const namespace = isClusterScoped(kindOf({ apiVersion, kind })) ? {} : { namespace: 'shop' };
  return { apiVersion, kind, metadata: { name, ...namespace, ...(metadata as Fields) }, ...rest };
}

/** An object in a folder of its own choice; otherwise the folder is called as its namespace. */
export function inFolder(folder: string, object: KubeObject): Manifest {
  const file = `${object.kind.toLowerCase()}.${object.metadata.name}.yaml`;
  return { folder, file, construct: `${folder}/${object.metadata.name}`, object };
}

export function subjectsOf(objects: readonly (KubeObject | Manifest)[]): Manifest[] {
  return objects.map((one) => (isSubject(one) ? one : inFolder(one.metadata.namespace ?? 'cluster', one)));
}

function isSubject(one: KubeObject | Manifest): one is Manifest {
  return 'construct' in one;
}

export function aNamespace(name = 'shop', level = 'restricted'): KubeObject {
  return anObject('v1', 'Namespace', name, {
    metadata: { labels: { 'pod-security.kubernetes.io/enforce': level } },
  });
}

export function aService(name = 'web', spec: Fields = {}, metadata: Fields = {}): KubeObject {
  return anObject('v1', 'Service', name, {
    metadata,
    spec: {
      selector: { 'app.kubernetes.io/name': name },
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
      ...spec,
    },
  });
}

export function aConfigMap(name: string, data: Fields = { 'app.conf': 'answer = 42' }): KubeObject {
  return anObject('v1', 'ConfigMap', name, { data });
}

/** An Ingress for `shop.example.org` that leads to the Service `web`. */
export function anIngress(name = 'web', spec: Fields = {}, annotations: Fields = {}): KubeObject {
  return anObject('networking.k8s.io/v1', 'Ingress', name, {
    metadata: { annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt-staging', ...annotations } },
    spec: {
      ingressClassName: 'nginx',
      rules: [aRule('shop.example.org')],
      tls: [{ hosts: ['shop.example.org'], secretName: `${name}-tls` }],
      ...spec,
    },
  });
}

export function aRule(host: string | undefined, path: Fields = {}) {
  const backend = { service: { name: 'web', port: { name: 'http' } } };
  return { ...(host && { host }), http: { paths: [{ path: '/', pathType: 'Prefix', backend, ...path }] } };
}

export function anAccount(name: string, fields: Fields = {}): KubeObject {
  return anObject('v1', 'ServiceAccount', name, fields);
}

export function aPriorityClass(name = 'platform', fields: Fields = {}): KubeObject {
  return anObject('scheduling.k8s.io/v1', 'PriorityClass', name, { value: 1000, ...fields });
}

export function aClusterIssuer(name = 'letsencrypt-staging'): KubeObject {
  return anObject('cert-manager.io/v1', 'ClusterIssuer', name, { spec: { selfSigned: {} } });
}

/** An Ingress that asks no issuer of the cluster for its certificate. */
export function withoutIssuer(ingress: KubeObject): KubeObject {
  const { 'cert-manager.io/cluster-issuer': _, ...annotations } = ingress.metadata.annotations ?? {};
  return { ...ingress, metadata: { ...ingress.metadata, annotations } };
}
