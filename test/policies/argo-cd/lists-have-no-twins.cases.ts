import { listsHaveNoTwins } from '../../../policies/argo-cd/lists-have-no-twins.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aService } from '../support/objects.ts';
import { aContainer, aDeployment } from '../support/workloads.ts';

const TWICE = { rule: 'stands twice', fix: 'remove one of the two, or name it otherwise' };

export const cases: PolicyCases = {
  policy: listsHaveNoTwins,
  accepts: {
    'one port for two protocols': {
      objects: [
        aDeployment({ container: { ports: [{ containerPort: 53 }, { containerPort: 53, protocol: 'UDP' }] } }),
        aService('web', {
          ports: [
            { name: 'tcp', port: 53 },
            { name: 'udp', port: 53, protocol: 'UDP' },
          ],
        }),
      ],
    },
    'one variable in two containers': {
      objects: [
        aDeployment({
          pod: {
            containers: [
              aContainer({ env: [{ name: 'A', value: '1' }] }),
              aContainer({ name: 'other', env: [{ name: 'A', value: '1' }] }),
            ],
          },
        }),
      ],
    },
  },
  refuses: {
    'one port of a Service twice, and one name': {
      objects: [
        aService('web', {
          ports: [
            { name: 'http', port: 80 },
            { name: 'http', port: 81 },
            { name: 'more', port: 80, protocol: 'TCP' },
          ],
        }),
      ],
      findings: [
        { in: 'Service shop/web', path: 'spec.ports[2].port', found: '80/TCP', ...TWICE },
        { in: 'Service shop/web', path: 'spec.ports[1].name', found: 'http', ...TWICE },
      ],
    },
  },
  refusesPods: {
    'twins of every list of a pod': {
      change: {
        pod: {
          initContainers: [aContainer()],
          containers: [
            aContainer({
              env: [{ name: 'A' }, { name: 'B' }, { name: 'A' }],
              ports: [{ containerPort: 80 }, { containerPort: 80, protocol: 'TCP' }],
              volumeMounts: [
                { name: 'data', mountPath: '/data' },
                { name: 'more', mountPath: '/data' },
              ],
            }),
          ],
          volumes: [
            { name: 'data', emptyDir: {} },
            { name: 'data', emptyDir: {} },
          ],
        },
      },
      findings: [
        { path: 'spec.containers[0].name', found: 'web', ...TWICE },
        { path: 'spec.volumes[1].name', found: 'data', ...TWICE },
        { path: 'spec.containers[0].env[2].name', found: 'A', ...TWICE },
        { path: 'spec.containers[0].ports[1].containerPort', found: '80/TCP', ...TWICE },
        { path: 'spec.containers[0].volumeMounts[1].mountPath', found: '/data', ...TWICE },
      ],
    },
  },
};
