import { volumeTypesAreSafe } from '../../../policies/pod-security/volume-types-are-safe.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aDeployment } from '../support/workloads.ts';

const FIX = 'write a persistentVolumeClaim, and put the rest into its PersistentVolume';

export const cases: PolicyCases = {
  policy: volumeTypesAreSafe,
  accepts: {
    'every type that Pod Security takes': {
      objects: [
        aDeployment({
          pod: {
            volumes: [
              { name: 'a', configMap: { name: 'web' } },
              { name: 'b', csi: { driver: 'secrets-store.csi.k8s.io' } },
              { name: 'c', downwardAPI: { items: [] } },
              { name: 'd', emptyDir: {} },
              { name: 'e', ephemeral: { volumeClaimTemplate: { spec: {} } } },
              { name: 'f', image: { reference: 'registry.example.org/models:1.0.0' } },
              { name: 'g', persistentVolumeClaim: { claimName: 'web' } },
              { name: 'h', projected: { sources: [] } },
              { name: 'i', secret: { secretName: 'web' } },
              { name: 'scratch-space-by-default' },
            ],
          },
        }),
      ],
    },
  },
  refuses: {},
  refusesPods: {
    'a file server': {
      change: {
        pod: {
          volumes: [
            { name: 'scratch', emptyDir: {} },
            { name: 'nas', nfs: { server: '192.168.4.10' } },
          ],
        },
      },
      findings: [
        {
          path: 'spec.volumes[1]',
          found: 'nfs',
          rule: 'is a type of volume that pods may not name themselves',
          fix: FIX,
        },
      ],
    },
  },
};
