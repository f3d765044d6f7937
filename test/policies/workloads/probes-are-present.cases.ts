import { probesArePresent } from '../../../policies/workloads/probes-are-present.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aService } from '../support/objects.ts';
import { aContainer, aDeployment, aWorkload } from '../support/workloads.ts';

const LASTING = ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet'] as const;
const NO_PROBES = { container: { livenessProbe: undefined, readinessProbe: undefined } };

const LIVENESS = {
  found: '',
  rule: 'is missing, so that a process that hangs is never restarted',
  fix: 'write one that fails only when a restart would help',
};
const READINESS = {
  found: '',
  rule: 'is missing, and a Service sends requests here',
  fix: 'write one that succeeds once requests can be answered',
};

export const cases: PolicyCases = {
  policy: probesArePresent,
  accepts: {
    'both probes': { objects: [aDeployment(), aService()] },
    'no readiness where no Service sends requests': {
      objects: [aDeployment({ container: { readinessProbe: undefined } }), aService('other')],
    },
    'no probes on what ends by itself': {
      objects: [
        aWorkload('Job', NO_PROBES),
        aWorkload('CronJob', NO_PROBES),
        aWorkload('Pod', {
          ...NO_PROBES,
          pod: { restartPolicy: 'Never', containers: [aContainer(NO_PROBES.container)] },
        }),
        aService(),
      ],
    },
    'no probes on what serves nobody': {
      objects: [aDeployment({ container: { ...NO_PROBES.container, ports: [] } }), aService()],
    },
    'no probes on what runs before the pod starts': {
      objects: [aDeployment({ pod: { initContainers: [aContainer(NO_PROBES.container)] } }), aService()],
    },
  },
  refuses: {
    'a container that serves and has neither': {
      objects: [...LASTING.map((kind) => aWorkload(kind, NO_PROBES)), aService()],
      findings: LASTING.flatMap((kind) => {
        const at = `${kind === 'Pod' ? '' : 'spec.template.'}spec.containers[0]`;
        return [
          { in: `${kind} shop/web`, path: `${at}.livenessProbe`, ...LIVENESS },
          { in: `${kind} shop/web`, path: `${at}.readinessProbe`, ...READINESS },
        ];
      }),
    },
    'a sidecar that serves and has neither': {
      objects: [
        aDeployment({ pod: { initContainers: [aContainer({ restartPolicy: 'Always', ...NO_PROBES.container })] } }),
        aService(),
      ],
      findings: [
        { in: 'Deployment shop/web', path: 'spec.template.spec.initContainers[0].livenessProbe', ...LIVENESS },
        { in: 'Deployment shop/web', path: 'spec.template.spec.initContainers[0].readinessProbe', ...READINESS },
      ],
    },
  },
};
