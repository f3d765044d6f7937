import type { SecurityContext } from '../../kubernetes/pod-spec.ts';
import type { Pod } from '../../kubernetes/pods.ts';
import type { Problem } from '../../site/index.ts';
import { eachPod } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Settings of the kernel that belong to a pod alone (Pod Security, level baseline, Kubernetes 1.36). */
const SAFE_SYSCTLS = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
]);

const SELINUX_TYPES = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']);
const PROFILES = new Set(['RuntimeDefault', 'Localhost']);

/** The annotation that said it before Kubernetes 1.30; the API server still reads it. */
const APPARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

/** No pod loosens what the kernel and its security modules enforce. */
export const kernelSettingsAreSafe: Policy = {
  id: 'kernel-settings-are-safe',
  title: 'No pod sets unsafe sysctls or leaves AppArmor, SELinux or the masks of /proc.',
  why: 'These settings reach beyond the pod into the kernel that all pods of the node share.',
  check: eachPod(function* ({ spec, path, containers, annotations }) {
    for (const [index, { name }] of (spec.securityContext?.sysctls ?? []).entries()) {
      if (SAFE_SYSCTLS.has(name)) continue;
      yield problem(['spec', 'securityContext', 'sysctls', index, 'name'], name, 'is a setting of the whole node');
    }
    yield* modules(spec.securityContext, ['spec', 'securityContext']);
    for (const { container, path: inObject } of containers) {
      yield* modules(container.securityContext, [...inObject.slice(path.length), 'securityContext']);
    }
    yield* annotated(annotations);
  }),
};

function* modules(context: SecurityContext = {}, at: Problem['path']): Iterable<Problem> {
  const { seLinuxOptions: { type = '', user, role } = {}, appArmorProfile, procMount } = context;
  const profile = appArmorProfile?.type;
  if (!SELINUX_TYPES.has(type))
    yield problem([...at, 'seLinuxOptions', 'type'], type, 'leaves the confinement of SELinux');
  if (user) yield problem([...at, 'seLinuxOptions', 'user'], user, 'is a user of SELinux of its own');
  if (role) yield problem([...at, 'seLinuxOptions', 'role'], role, 'is a role of SELinux of its own');
  if (profile && !PROFILES.has(profile)) {
    yield problem([...at, 'appArmorProfile', 'type'], profile, 'leaves the confinement of AppArmor');
  }
  if (procMount && procMount !== 'Default') yield problem([...at, 'procMount'], procMount, 'uncovers parts of /proc');
}

function* annotated(annotations: Pod['annotations']): Iterable<Problem> {
  for (const [key, value] of Object.entries(annotations)) {
    if (!key.startsWith(APPARMOR_ANNOTATION) || value === 'runtime/default' || value.startsWith('localhost/')) continue;
    yield problem(['metadata', 'annotations', key], value, 'leaves the confinement of AppArmor');
  }
}

function problem(path: Problem['path'], found: string, rule: string): Problem {
  return { path, found, rule, fix: 'remove it' };
}
