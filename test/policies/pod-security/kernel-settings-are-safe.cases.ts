import { kernelSettingsAreSafe } from '../../../policies/pod-security/kernel-settings-are-safe.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aDeployment, hardened } from '../support/workloads.ts';

const FIX = 'remove it';

export const cases: PolicyCases = {
  policy: kernelSettingsAreSafe,
  accepts: {
    'settings that belong to the pod alone': {
      objects: [
        aDeployment({
          pod: {
            securityContext: {
              sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
              seLinuxOptions: { type: 'container_t' },
              appArmorProfile: { type: 'RuntimeDefault' },
            },
          },
          podMetadata: { annotations: { 'container.apparmor.security.beta.kubernetes.io/web': 'runtime/default' } },
        }),
      ],
    },
  },
  refuses: {},
  refusesPods: {
    'a setting of the whole node': {
      change: { pod: { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_rmem' }, { name: 'kernel.msgmax' }] } } },
      findings: [
        {
          path: 'spec.securityContext.sysctls[1].name',
          found: 'kernel.msgmax',
          rule: 'is a setting of the whole node',
          fix: FIX,
        },
      ],
    },
    'a container that leaves its confinement': {
      change: {
        container: {
          securityContext: hardened({
            seLinuxOptions: { type: 'spc_t', user: 'root', role: 'sysadm_r' },
            appArmorProfile: { type: 'Unconfined' },
            procMount: 'Unmasked',
          }),
        },
      },
      findings: [
        ['seLinuxOptions.type', 'spc_t', 'leaves the confinement of SELinux'],
        ['seLinuxOptions.user', 'root', 'is a user of SELinux of its own'],
        ['seLinuxOptions.role', 'sysadm_r', 'is a role of SELinux of its own'],
        ['appArmorProfile.type', 'Unconfined', 'leaves the confinement of AppArmor'],
        ['procMount', 'Unmasked', 'uncovers parts of /proc'],
      ].map(([field, found = '', rule = '']) => ({
        path: `spec.containers[0].securityContext.${field}`,
        found,
        rule,
        fix: FIX,
      })),
    },
    'the old annotation of AppArmor': {
      change: {
        podMetadata: {
          labels: { 'app.kubernetes.io/name': 'web' },
          annotations: { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' },
        },
      },
      findings: [
        {
          path: "metadata.annotations['container.apparmor.security.beta.kubernetes.io/web']",
          found: 'unconfined',
          rule: 'leaves the confinement of AppArmor',
          fix: FIX,
        },
      ],
    },
  },
};
