import { podsKeepOffTheHost } from '../../../policies/pod-security/pods-keep-off-the-host.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aContainer, aDeployment } from '../support/workloads.ts';

const SHARES = { found: 'true', rule: 'shares a part of the node', fix: 'remove it' };
const CALLS = { rule: 'makes the node call an address of its own', fix: 'remove it: the pod is called' };

export const cases: PolicyCases = {
  policy: podsKeepOffTheHost,
  accepts: {
    'a pod in namespaces of its own': { objects: [aDeployment({ pod: { hostNetwork: false } })] },
    'a port of the node that is none': {
      objects: [aDeployment({ container: { ports: [{ containerPort: 80, hostPort: 0 }] } })],
    },
  },
  refuses: {},
  refusesPods: {
    'each namespace of the node': {
      change: { pod: { hostNetwork: true, hostPID: true, hostIPC: true } },
      findings: ['hostNetwork', 'hostPID', 'hostIPC'].map((field) => ({ path: `spec.${field}`, ...SHARES })),
    },
    'a port of the node': {
      change: {
        pod: {
          initContainers: [aContainer({ ports: [{ containerPort: 80 }, { containerPort: 443, hostPort: 443 }] })],
        },
      },
      findings: [
        {
          path: 'spec.initContainers[0].ports[1].hostPort',
          found: '443',
          rule: 'takes a port of the node',
          fix: 'remove it and make a Service',
        },
      ],
    },
    'probes and hooks that ask somebody else': {
      change: {
        container: {
          livenessProbe: { httpGet: { host: '169.254.169.254', port: 80 } },
          readinessProbe: { tcpSocket: { host: 'localhost', port: 80 } },
          lifecycle: { preStop: { httpGet: { host: '10.0.0.1', port: 80 } } },
        },
      },
      findings: [
        { path: 'spec.containers[0].livenessProbe.httpGet.host', found: '169.254.169.254', ...CALLS },
        { path: 'spec.containers[0].readinessProbe.tcpSocket.host', found: 'localhost', ...CALLS },
        { path: 'spec.containers[0].lifecycle.preStop.httpGet.host', found: '10.0.0.1', ...CALLS },
      ],
    },
  },
};
