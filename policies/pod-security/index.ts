import type { Policy } from '../policy.ts';
import { capabilitiesAreDropped } from './capabilities-are-dropped.ts';
import { containersAreNotPrivileged } from './containers-are-not-privileged.ts';
import { kernelSettingsAreSafe } from './kernel-settings-are-safe.ts';
import { namespacesAdmitTheirPods } from './namespaces-admit-their-pods.ts';
import { podsKeepOffTheHost } from './pods-keep-off-the-host.ts';
import { podsMountNoHostPath } from './pods-mount-no-host-path.ts';
import { podsRunAsNonRoot } from './pods-run-as-non-root.ts';
import { privilegesDoNotEscalate } from './privileges-do-not-escalate.ts';
import { rootFilesystemsAreReadOnly } from './root-filesystems-are-read-only.ts';
import { seccompIsRuntimeDefault } from './seccomp-is-runtime-default.ts';
import { volumeTypesAreSafe } from './volume-types-are-safe.ts';

/** What a pod may do on its node: the level `restricted` of Pod Security, and a read-only root file system. */
export const podSecurityPolicies: readonly Policy[] = [
  podsRunAsNonRoot,
  capabilitiesAreDropped,
  seccompIsRuntimeDefault,
  privilegesDoNotEscalate,
  containersAreNotPrivileged,
  podsKeepOffTheHost,
  volumeTypesAreSafe,
  podsMountNoHostPath,
  kernelSettingsAreSafe,
  rootFilesystemsAreReadOnly,
  namespacesAdmitTheirPods,
];
