import { namespacesAdmitTheirPods } from '../../../policies/pod-security/namespaces-admit-their-pods.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { aNamespace, type Fields } from '../support/objects.ts';
import { aDeployment, hardened, type WorkloadChange } from '../support/workloads.ts';

const REASON = 'prepares directories on the disk';

const excepted = (policy: string, change: WorkloadChange) =>
  aDeployment({ ...change, metadata: { annotations: { [`armstead/except.${policy}`]: REASON } } });

const secured = (fields: Fields): WorkloadChange => ({ container: { securityContext: hardened(fields) } });
const hostPath: WorkloadChange = { pod: { volumes: [{ name: 'root', hostPath: { path: '/' } }] } };

function refusal(policy: string, change: WorkloadChange, level: string, needed: string): Breaking {
  return {
    objects: [aNamespace('shop', level), excepted(policy, change)],
    findings: [
      {
        in: 'Deployment shop/web',
        path: `metadata.annotations['armstead/except.${policy}']`,
        found: 'namespace shop',
        rule: `admits pods of the level ${level}, and this one needs ${needed}`,
        fix: `put it into a namespace of the level ${needed}`,
      },
    ],
  };
}

export const cases: PolicyCases = {
  policy: namespacesAdmitTheirPods,
  accepts: {
    'an exception in a namespace that admits it': {
      objects: [aNamespace('shop', 'privileged'), excepted('pods-mount-no-host-path', hostPath)],
    },
    'an exception that Pod Security knows nothing of': {
      objects: [aNamespace(), excepted('root-filesystems-are-read-only', secured({ readOnlyRootFilesystem: false }))],
    },
    'a capability of ordinary containers in a namespace of the level baseline': {
      objects: [
        aNamespace('shop', 'baseline'),
        excepted('capabilities-are-dropped', secured({ capabilities: { drop: ['ALL'], add: ['CHOWN'] } })),
      ],
    },
    'a breach without an exception, which its own policy refuses': { objects: [aNamespace(), aDeployment(hostPath)] },
    'a namespace of the cluster itself': {
      objects: [
        aDeployment({
          ...hostPath,
          metadata: { namespace: 'kube-system', annotations: { 'armstead/except.pods-mount-no-host-path': REASON } },
        }),
      ],
    },
  },
  refuses: {
    'root where the namespace is restricted': refusal(
      'pods-run-as-non-root',
      secured({ runAsUser: 0 }),
      'restricted',
      'baseline',
    ),
    'a path of the node where the namespace is baseline': refusal(
      'pods-mount-no-host-path',
      hostPath,
      'baseline',
      'privileged',
    ),
    'a capability of root where the namespace is baseline': refusal(
      'capabilities-are-dropped',
      secured({ capabilities: { add: ['CHOWN', 'SYS_ADMIN'] } }),
      'baseline',
      'privileged',
    ),
    'no filter of system calls where the namespace is baseline': refusal(
      'seccomp-is-runtime-default',
      secured({ seccompProfile: { type: 'Unconfined' } }),
      'baseline',
      'privileged',
    ),
  },
};
