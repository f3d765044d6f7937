import { disksFitTheAllowance } from '../../../policies/storage/disks-fit-the-allowance.ts';
import type { SiteInput } from '../../../site/index.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anObject, type Fields } from '../support/objects.ts';
import { aClaim, aVolume } from '../support/volumes.ts';
import { aWorkload } from '../support/workloads.ts';

const FIX =
  'write the class of local volumes (LocalStorage) in the claims, or what your account gives here, or why it may cost in cloud.allowPaid';

/** A claim that the cloud makes a volume for. */
const rented = (name: string, storage: string, spec: Fields = {}) =>
  aClaim(name, { volumeName: undefined, storageClassName: 'oci-bv', resources: { requests: { storage } }, ...spec });

const template = (storage: string) => ({
  metadata: { name: 'data' },
  spec: { storageClassName: 'oci-bv', resources: { requests: { storage } } },
});

/** A site whose one node has a boot volume of this size; without a home there is no gateway. */
const withBoot = (bootVolumeGb: number, cloud: Partial<SiteInput['cloud']> = {}): Partial<SiteInput> => ({
  cloud: { region: 'eu-frankfurt-1', nodes: { a: { bootVolumeGb } }, ...cloud },
});

const beyond = (asked: number, lines: readonly string[], allowed = 200) => [
  {
    in: 'platform.ts',
    path: 'cloud.allowance.storageGb',
    found: `disks with boot volumes: ${asked} GB`,
    rule: `in all, ${asked - allowed} GB more than the allowance of ${allowed} GB:${lines.map((line) => `\n  ${line}`).join('')}`,
    fix: FIX,
  },
];

const application = (rents: object) =>
  anObject('argoproj.io/v1alpha1', 'Application', 'queue', {
    metadata: { annotations: { 'armstead/rents': JSON.stringify(rents) } },
  });

export const cases: PolicyCases = {
  policy: disksFitTheAllowance,
  accepts: {
    'three block volumes beside the smallest boot volume': {
      objects: [rented('one', '50Gi'), rented('two', '10Gi'), rented('three', '1Gi')],
    },
    'any number of local volumes': {
      objects: Array.from({ length: 9 }, (_, index) => [aClaim(`data-${index}`), aVolume(`data-${index}`)]).flat(),
      site: withBoot(200),
    },
    'a claim that names a volume which is there already, and so has none made': {
      objects: [aClaim('data', { storageClassName: undefined })],
      site: withBoot(200),
    },
    'a claim for a volume that somebody makes by hand, which the empty class says': {
      objects: [rented('data', '10Gi', { storageClassName: '' })],
      site: withBoot(200),
    },
    'a class that is none of the cloud': {
      objects: [rented('data', '10Gi', { storageClassName: 'nfs' })],
      site: withBoot(200),
    },
    'more, where the account gives more': {
      objects: [rented('data', '10Gi')],
      site: withBoot(200, { allowance: { storageGb: 250 } }),
    },
    'more, where the site says why it may cost': {
      objects: [rented('data', '10Gi')],
      site: withBoot(200, { allowPaid: 'films need much room' }),
    },
  },
  refuses: {
    'a claim for 10 GB, which counts 50, beside large boot volumes': {
      objects: [rented('data', '10Gi')],
      site: withBoot(160),
      findings: beyond(210, [
        '160 GB  boot volume of node a',
        ' 50 GB  PersistentVolumeClaim shop/data, which requests 10 GB and gets the smallest',
      ]),
    },
    'a claim that names no class, which gets the one of the cloud': {
      objects: [rented('data', '60Gi', { storageClassName: undefined })],
      site: withBoot(150),
      findings: beyond(210, ['150 GB  boot volume of node a', ' 60 GB  PersistentVolumeClaim shop/data']),
    },
    'a claim by a class of the site that makes block volumes': {
      objects: [
        anObject('storage.k8s.io/v1', 'StorageClass', 'fast', { provisioner: 'blockvolume.csi.oraclecloud.com' }),
        rented('data', '60Gi', { storageClassName: 'fast' }),
      ],
      site: withBoot(150),
      findings: beyond(210, ['150 GB  boot volume of node a', ' 60 GB  PersistentVolumeClaim shop/data']),
    },
    'a volume for each pod of a StatefulSet': {
      objects: [aWorkload('StatefulSet', { spec: { replicas: 4, volumeClaimTemplates: [template('20Gi')] } })],
      findings: beyond(250, [
        ' 50 GB  boot volume of node a',
        '200 GB  4 volumes of StatefulSet shop/web, which requests 20 GB and gets the smallest',
      ]),
    },
    'the most pods to which an autoscaler takes a StatefulSet': {
      objects: [
        aWorkload('StatefulSet', { spec: { replicas: undefined, volumeClaimTemplates: [template('50Gi')] } }),
        anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
          spec: { maxReplicas: 5, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' } },
        }),
      ],
      findings: beyond(300, [' 50 GB  boot volume of node a', '250 GB  5 volumes of StatefulSet shop/web']),
    },
    'volumes that live as long as their pods, one more while they are replaced': {
      objects: [
        aWorkload('Deployment', {
          spec: { replicas: 3 },
          pod: { volumes: [{ name: 'scratch', ephemeral: { volumeClaimTemplate: template('50Gi') } }] },
        }),
      ],
      findings: beyond(250, [' 50 GB  boot volume of node a', '200 GB  4 volumes of Deployment shop/web']),
    },
    'block volumes that somebody made beforehand': {
      objects: [
        aVolume('films', {
          local: undefined,
          csi: { driver: 'blockvolume.csi.oraclecloud.com', volumeHandle: 'ocid1.volume.oc1..films' },
          capacity: { storage: '155Gi' },
        }),
      ],
      findings: beyond(205, [' 50 GB  boot volume of node a', '155 GB  PersistentVolume shop-films']),
    },
    'what a Helm chart declares': {
      objects: [application({ blockVolumesGb: [8, 120] })],
      findings: beyond(220, [
        ' 50 GB  boot volume of node a',
        ' 50 GB  a volume of the chart queue',
        '120 GB  a volume of the chart queue',
      ]),
    },
    'what is beyond a smaller allowance': {
      objects: [rented('data', '50Gi')],
      site: withBoot(50, { allowance: { storageGb: 60 } }),
      findings: beyond(100, ['50 GB  boot volume of node a', '50 GB  PersistentVolumeClaim shop/data'], 60),
    },
    'a volume on each node for a DaemonSet': {
      objects: [
        aWorkload('DaemonSet', {
          pod: { volumes: [{ name: 'scratch', ephemeral: { volumeClaimTemplate: template('60Gi') } }] },
        }),
      ],
      site: {
        cloud: {
          region: 'eu-frankfurt-1',
          nodes: { a: { ocpus: 1, memoryGb: 6 }, b: { ocpus: 1, memoryGb: 6 } },
        },
      },
      findings: beyond(220, [
        ' 50 GB  boot volume of node a',
        ' 50 GB  boot volume of node b',
        '120 GB  2 volumes of DaemonSet shop/web',
      ]),
    },
  },
};
