import { INGRESS, type IngressFields, ISSUER_ANNOTATIONS } from '../../../kubernetes/ingresses.ts';
import type { Manifest } from '../../../kubernetes/manifest.ts';
import type { KubeObject } from '../../../kubernetes/object.ts';
import type { PolicyContext } from '../context.ts';
import type { Reference } from './reference.ts';

/** Whether what is named is an object of the site, comes with every cluster, or is made by an operator from one. */
export function isMade({ kind, namespace, name }: Reference, context: PolicyContext): boolean {
  return (
    context.named(kind, namespace, name) !== undefined ||
    comesWithTheCluster(kind, name) ||
    (kind === 'Secret' && context.fact(madeSecrets).has(`${namespace}/${name}`))
  );
}

/** Names that every cluster has from the start, in every namespace where they have one. */
const OF_EVERY_CLUSTER: Readonly<Record<string, RegExp>> = {
  ConfigMap: /^kube-root-ca\.crt$/,
  ServiceAccount: /^default$/,
  'ClusterRole.rbac.authorization.k8s.io': /^(view|edit|admin|cluster-admin|system:.*)$/,
  'Role.rbac.authorization.k8s.io': /^(extension-apiserver-authentication-reader|system:.*)$/,
  'PriorityClass.scheduling.k8s.io': /^system-(node|cluster)-critical$/,
};

function comesWithTheCluster(kind: string, name: string): boolean {
  return OF_EVERY_CLUSTER[kind]?.test(name) ?? false;
}

interface SecretMaker {
  readonly spec?: {
    readonly secretName?: string;
    readonly target?: { readonly name?: string; readonly creationPolicy?: string };
  };
}

/** Secrets that operators make: cert-manager from Certificates and annotated Ingresses, External Secrets from its own. */
function madeSecrets(context: PolicyContext): ReadonlySet<string> {
  return new Set([
    ...context.ofKind('Certificate.cert-manager.io').flatMap(ofCertificate),
    ...context.ofKind('ExternalSecret.external-secrets.io').flatMap(ofExternalSecret),
    ...context.ofKind(INGRESS).flatMap(ofIngress),
  ]);
}

function ofCertificate({ object }: Manifest): string[] {
  return [inNamespace(object, (object as SecretMaker).spec?.secretName)];
}

function ofExternalSecret({ object }: Manifest): string[] {
  const { name = object.metadata.name, creationPolicy = 'Owner' } = (object as SecretMaker).spec?.target ?? {};
  return creationPolicy === 'Owner' || creationPolicy === 'Orphan' ? [inNamespace(object, name)] : [];
}

function ofIngress({ object }: Manifest): string[] {
  const { annotations = {} } = object.metadata;
  if (!Object.values(ISSUER_ANNOTATIONS).some((key) => key in annotations)) return [];
  return ((object as IngressFields).spec?.tls ?? []).map(({ secretName }) => inNamespace(object, secretName));
}

function inNamespace({ metadata }: KubeObject, name = ''): string {
  return `${metadata.namespace}/${name}`;
}
