/** A DNS label as RFC 1123 has it, but for its length: what Kubernetes takes as the name of most objects. */
export const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** Most characters of a DNS label: of a namespace, a Service, the value of a label. */
export const LABEL_LENGTH = 63;

/** Most characters of a DNS name (RFC 1035). */
export const DNS_NAME_LENGTH = 253;

/**
 * Most characters in the name of a StatefulSet or a CronJob.
 *
 * Kubernetes adds up to 11 of its own, and what comes out must still be a label: the revision of a StatefulSet stands
 * in a label of its pods, the pods of a CronJob's Jobs carry the name of their Job.
 */
export const WORKLOAD_LENGTH = 52;

/** What a name may look like. */
export interface NameForm {
  /** In words: `a DNS label`. */
  readonly called: string;

  readonly most: number;

  readonly fits: (name: string) => boolean;
}

/** Most characters of the name of a port (RFC 6335). */
const PORT_LENGTH = 15;

const DNS_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const isDnsName = (name: string) => DNS_NAME.test(name);

export const dnsName: NameForm = {
  called: 'a DNS name (labels with dots between them)',
  most: DNS_NAME_LENGTH,
  fits: isDnsName,
};

export const dnsLabel: NameForm = {
  called: 'a DNS label (lower-case letters, digits and inner hyphens)',
  most: LABEL_LENGTH,
  fits: (name) => DNS_LABEL.test(name),
};

/** Name of a Service before Kubernetes 1.36, which then took every DNS label (RelaxedServiceNameValidation). */
const olderServiceName: NameForm = {
  called: 'a DNS label that begins with a letter',
  most: LABEL_LENGTH,
  fits: (name) => DNS_LABEL.test(name) && /^[a-z]/.test(name),
};

export const portName: NameForm = {
  called: 'the name of a port (lower-case letters, digits and inner hyphens, a letter among them)',
  most: PORT_LENGTH,
  fits: (name) => DNS_LABEL.test(name) && /[a-z]/.test(name) && !name.includes('--'),
};

/** Key of a ConfigMap or a Secret, which becomes the name of a file. */
export const dataKey: NameForm = {
  called: 'a key (letters, digits, -, _ and .)',
  most: DNS_NAME_LENGTH,
  fits: (name) => /^[-._a-zA-Z0-9]+$/.test(name) && name !== '.' && name !== '..',
};

const pathSegment: NameForm = {
  called: 'part of a path (no / and no %)',
  most: DNS_NAME_LENGTH,
  fits: (name) => !/[/%]/.test(name) && name !== '.' && name !== '..',
};

const RBAC = 'rbac.authorization.k8s.io';

/** Kinds whose names must be narrower or may be wider than a DNS name. */
const FORMS: Readonly<Record<string, NameForm>> = {
  Namespace: dnsLabel,
  Service: dnsLabel,
  'Job.batch': { ...dnsName, most: LABEL_LENGTH },
  'CronJob.batch': { ...dnsName, most: WORKLOAD_LENGTH },
  'StatefulSet.apps': { ...dnsName, most: WORKLOAD_LENGTH },
  [`Role.${RBAC}`]: pathSegment,
  [`RoleBinding.${RBAC}`]: pathSegment,
  [`ClusterRole.${RBAC}`]: pathSegment,
  [`ClusterRoleBinding.${RBAC}`]: pathSegment,
};

/** Minor version of Kubernetes that first takes a Service whose name begins with a digit. */
const RELAXED_SERVICES = 36;

/**
 * What the name of an object of this kind may look like.
 *
 * @param minor minor version of Kubernetes in the cluster
 */
export function nameFormOf(kind: string, minor: number): NameForm {
  if (kind === 'Service' && minor < RELAXED_SERVICES) return olderServiceName;
  return FORMS[kind] ?? dnsName;
}
