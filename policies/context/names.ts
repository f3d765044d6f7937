import { DNS_LABEL, LABEL_LENGTH } from '../../site/fields/names.ts';
import { WORKLOAD_LENGTH } from '../../site/plan/names.ts';

/** What a name may look like. */
export interface NameForm {
  /** In words: `a DNS label`. */
  readonly called: string;

  readonly most: number;

  readonly fits: (name: string) => boolean;
}

/** Most characters of a DNS name (RFC 1035). */
const DNS_LENGTH = 253;

/** Most characters of the name of a port (RFC 6335). */
const PORT_LENGTH = 15;

const DNS_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const isDnsName = (name: string) => DNS_NAME.test(name);

export const dnsName: NameForm = {
  called: 'a DNS name (labels with dots between them)',
  most: DNS_LENGTH,
  fits: isDnsName,
};

export const dnsLabel: NameForm = {
  called: 'a DNS label (lower-case letters, digits and inner hyphens)',
  most: LABEL_LENGTH,
  fits: (name) => DNS_LABEL.test(name),
};

export const serviceName: NameForm = {
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
  most: DNS_LENGTH,
  fits: (name) => /^[-._a-zA-Z0-9]+$/.test(name) && name !== '.' && name !== '..',
};

const pathSegment: NameForm = {
  called: 'part of a path (no / and no %)',
  most: DNS_LENGTH,
  fits: (name) => !/[/%]/.test(name) && name !== '.' && name !== '..',
};

const RBAC = 'rbac.authorization.k8s.io';

/** Kinds whose names must be narrower or may be wider than a DNS name. */
const FORMS: Readonly<Record<string, NameForm>> = {
  Namespace: dnsLabel,
  Service: serviceName,
  'Job.batch': { ...dnsName, most: LABEL_LENGTH },
  'CronJob.batch': { ...dnsName, most: WORKLOAD_LENGTH },
  'StatefulSet.apps': { ...dnsName, most: WORKLOAD_LENGTH },
  [`Role.${RBAC}`]: pathSegment,
  [`RoleBinding.${RBAC}`]: pathSegment,
  [`ClusterRole.${RBAC}`]: pathSegment,
  [`ClusterRoleBinding.${RBAC}`]: pathSegment,
};

/** What the name of an object of this kind may look like. */
export function nameFormOf(kind: string): NameForm {
  return FORMS[kind] ?? dnsName;
}
