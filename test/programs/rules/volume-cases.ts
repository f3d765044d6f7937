import { type Cases, fires, silent } from './case.ts';

const VOLUME = { namespace: 'shop-prod', persistentvolumeclaim: 'data' };
const VOLUME_TEXT = 'namespace="shop-prod",persistentvolumeclaim="data"';
const GIB = 1024 ** 3;
const PLANNED = {
  'kube_persistentvolume_capacity_bytes{persistentvolume="monitoring-metrics-a"}': `${5 * GIB}x80`,
  'kube_persistentvolume_capacity_bytes{persistentvolume="shop-prod-data-a"}': `${50 * GIB}x80`,
};

export const volumes: Cases = {
  VolumeFilling: [
    fires(
      'when a tenth is left',
      '20m',
      {
        [`kubelet_volume_stats_available_bytes{${VOLUME_TEXT}}`]: '10x30',
        [`kubelet_volume_stats_capacity_bytes{${VOLUME_TEXT}}`]: '100x30',
      },
      VOLUME,
      'The volume shop-prod/data has 10% left',
    ),
    silent('when half is left', '20m', {
      [`kubelet_volume_stats_available_bytes{${VOLUME_TEXT}}`]: '50x30',
      [`kubelet_volume_stats_capacity_bytes{${VOLUME_TEXT}}`]: '100x30',
    }),
  ],
  VolumeFullSoon: [
    fires(
      'when it fills within days',
      '10h',
      {
        [`kubelet_volume_stats_available_bytes{${VOLUME_TEXT}}`]: '39000-6x600',
        [`kubelet_volume_stats_capacity_bytes{${VOLUME_TEXT}}`]: '100000x600',
      },
      VOLUME,
      'The volume shop-prod/data will be as good as full within four days',
    ),
    silent('when it fills slowly', '10h', {
      [`kubelet_volume_stats_available_bytes{${VOLUME_TEXT}}`]: '35000-1x600',
      [`kubelet_volume_stats_capacity_bytes{${VOLUME_TEXT}}`]: '100000x600',
    }),
    silent('when it fills quickly and is nearly empty', '10h', {
      [`kubelet_volume_stats_available_bytes{${VOLUME_TEXT}}`]: '90000-20x600',
      [`kubelet_volume_stats_capacity_bytes{${VOLUME_TEXT}}`]: '100000x600',
    }),
  ],
  MetricsDiskOverPlan: [
    fires(
      'when metrics take what is planned for them',
      '70m',
      {
        'vm_data_size_bytes{type="storage/big"}': `${4 * GIB}x80`,
        'vm_data_size_bytes{type="indexdb/file"}': `${GIB}x80`,
        ...PLANNED,
      },
      {},
      'Metrics take 5GiB, more than 90 % of monitoring.disk',
    ),
    silent('when they take less', '70m', { 'vm_data_size_bytes{type="storage/big"}': `${4 * GIB}x80`, ...PLANNED }),
  ],
};
