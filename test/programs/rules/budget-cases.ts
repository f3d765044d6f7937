import { type Cases, fires, silent } from './case.ts';

const GIB = 1024 ** 3;
const NODE = 'node="10.0.1.7"';

/** Pods that request cores of one node, by their state. */
function asking(pods: Readonly<Record<string, readonly [cores: number, phase: string]>>, allocatable = '1.83') {
  const series = Object.entries(pods).flatMap(([pod, [cores, phase]]) => [
    [
      `kube_pod_container_resource_requests{namespace="shop-prod",pod="${pod}",container="main",${NODE},resource="cpu",unit="core"}`,
      `${cores}x90`,
    ],
    ...['Pending', 'Running', 'Succeeded'].map((name) => [
      `kube_pod_status_phase{namespace="shop-prod",pod="${pod}",phase="${name}"}`,
      `${name === phase ? 1 : 0}x90`,
    ]),
  ]);
  const node = [`kube_node_status_allocatable{${NODE},resource="cpu",unit="core"}`, `${allocatable}x90`];
  return Object.fromEntries([node, ...series]);
}

/** Volumes of the cluster by their sizes; those without a driver are local. */
function sized(volumes: Readonly<Record<string, readonly [gigabytes: number, driver: string]>>) {
  return Object.fromEntries(
    Object.entries(volumes).flatMap(([name, [gigabytes, driver]]) => [
      [`kube_persistentvolume_capacity_bytes{persistentvolume="${name}"}`, `${gigabytes * GIB}x15`],
      [`kube_persistentvolume_info{persistentvolume="${name}",csi_driver="${driver}"}`, '1x15'],
    ]),
  );
}

const BLOCK = 'blockvolume.csi.oraclecloud.com';

/** The site has 100 GB of boot volumes, and 200 GB cost nothing. */
export const budget: Cases = {
  NodeNearlyFull: [
    fires(
      'when its pods request 95 percent of its cores',
      '80m',
      asking({ shop: [1, 'Running'], blog: [0.9, 'Pending'] }, '2'),
      { node: '10.0.1.7', resource: 'cpu' },
      'Pods of 10.0.1.7 request 95% of its cpu',
    ),
    silent('when they request half', '80m', asking({ shop: [1, 'Running'] }, '2')),
    silent(
      'when what requested the rest has ended',
      '80m',
      asking({ shop: [1, 'Running'], migrate: [0.9, 'Succeeded'] }, '2'),
    ),
    silent('for some minutes only', '50m', asking({ shop: [1.8, 'Running'] })),
  ],
  BlockVolumesCost: [
    fires(
      'when two volumes and one of 10 GB, which counts 50, are beside the boot volumes',
      '10m',
      sized({ one: [50, BLOCK], two: [10, BLOCK], three: [10, BLOCK] }),
      {},
      'Disks come to 250 GB, boot volumes among them: more than the 200 GB that cost nothing',
    ),
    silent('when two volumes take exactly what is left', '10m', sized({ one: [50, BLOCK], two: [50, BLOCK] })),
    silent('when all volumes are local', '10m', sized({ one: [150, ''], two: [50, ''], three: [5, ''] })),
  ],
};
