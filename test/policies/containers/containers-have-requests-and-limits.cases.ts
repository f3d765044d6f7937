import { containersHaveRequestsAndLimits } from '../../../policies/containers/containers-have-requests-and-limits.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aContainer, aDeployment } from '../support/workloads.ts';

const missing = (path: string, example: string) => ({
  path,
  found: '',
  rule: 'is missing',
  fix: `write one such as ${example}, from a measurement`,
});

export const cases: PolicyCases = {
  policy: containersHaveRequestsAndLimits,
  accepts: {
    'quantities of every form': {
      objects: [
        aDeployment({
          container: {
            resources: {
              requests: { cpu: 0.05, memory: '67108864', 'ephemeral-storage': '50e6' },
              limits: { cpu: '1', memory: '0.1Gi', 'ephemeral-storage': '1G' },
            },
          },
        }),
      ],
    },
  },
  refuses: {},
  refusesPods: {
    'a container that says nothing': {
      change: { container: { resources: undefined } },
      findings: [
        missing('spec.containers[0].resources.requests.cpu', '50m'),
        missing('spec.containers[0].resources.requests.memory', '64Mi'),
        missing("spec.containers[0].resources.requests['ephemeral-storage']", '50Mi'),
        missing('spec.containers[0].resources.limits.cpu', '500m'),
        missing('spec.containers[0].resources.limits.memory', '128Mi'),
        missing("spec.containers[0].resources.limits['ephemeral-storage']", '100Mi'),
      ],
    },
    'an init container without a memory limit': {
      change: {
        pod: {
          initContainers: [
            aContainer({
              resources: {
                requests: { cpu: '1m', memory: '4Mi', 'ephemeral-storage': '50Mi' },
                limits: { cpu: '50m', 'ephemeral-storage': '100Mi' },
              },
            }),
          ],
        },
      },
      findings: [missing('spec.initContainers[0].resources.limits.memory', '128Mi')],
    },
    'what is no quantity, and nothing': {
      change: {
        container: {
          resources: {
            requests: { cpu: '0', memory: '64 MB', 'ephemeral-storage': '50Mi' },
            limits: { cpu: '500m', memory: '128Mi', 'ephemeral-storage': '100Mi' },
          },
        },
      },
      findings: [
        {
          path: 'spec.containers[0].resources.requests.cpu',
          found: "'0'",
          rule: 'is no quantity above zero',
          fix: 'write one such as 50m, from a measurement',
        },
        {
          path: 'spec.containers[0].resources.requests.memory',
          found: '64 MB',
          rule: 'is no quantity above zero',
          fix: 'write one such as 64Mi, from a measurement',
        },
      ],
    },
  },
};
