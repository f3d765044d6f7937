import type { Series } from '../rules/case.ts';
import { at, condition, deploymentSeries, PROD, podSeries, waiting } from './pods.ts';

const STOREFRONT = { service: 'storefront' };

/** What kube-state-metrics, cAdvisor and Traefik tell of a normal rolling release, minute by minute. */
export const rollingRelease: Series = {
  // Two pods serve; one after the other is replaced by one that fetches its image for a minute and warms for eight.
  ...podSeries({
    ...STOREFRONT,
    pod: 'storefront-5c9-aaaaa',
    ready: '1x11 0x1 _x40',
    started: at(-7200, 12),
    running: '1x12 _x40',
    restarts: '0x12 _x40',
  }),
  ...podSeries({
    ...STOREFRONT,
    pod: 'storefront-5c9-bbbbb',
    ready: '1x21 0x1 _x40',
    started: at(-7200, 22),
    running: '1x22 _x40',
    restarts: '0x22 _x40',
  }),
  ...podSeries({
    ...STOREFRONT,
    pod: 'storefront-7d4-ccccc',
    ready: '_x1 0x8 1x60',
    started: `_x1 ${at(90, 60)}`,
    running: '_x1 0 1x60',
    restarts: '_x1 0x60',
  }),
  ...podSeries({
    ...STOREFRONT,
    pod: 'storefront-7d4-ddddd',
    ready: '_x11 0x8 1x60',
    started: `_x11 ${at(690, 60)}`,
    running: '_x11 0 1x60',
    restarts: '_x11 0x60',
  }),
  ...waiting('ContainerCreating', '_x1 1x1 0x60'),
  ...deploymentSeries({ ...STOREFRONT, deployment: 'storefront', wanted: '2x60', ready: '2x10 3x2 2x9 3x2 2x60' }),
  // A worker that is never there twice: the old one ends, then the new one starts.
  ...deploymentSeries({ ...STOREFRONT, deployment: 'storefront--images', wanted: '1x60', ready: '1x2 0x3 1x60' }),
  ...condition('Progressing', 'ReplicaSetUpdated', 'true', '0x1 1x22 0x60'),
  ...condition('Progressing', 'NewReplicaSetAvailable', 'true', '1x1 0x22 1x60'),
  ...condition('Progressing', 'ProgressDeadlineExceeded', 'false', '0x60'),
  ...condition('ReplicaFailure', 'unknown', 'true', '_x3 1x2 _x60'),
  // Warming takes all of the processor that it gets.
  [`container_cpu_cfs_periods_total{${PROD},service="storefront",pod="storefront-7d4-ccccc",container="main"}`]:
    '_x1 0+600x60',
  [`container_cpu_cfs_throttled_periods_total{${PROD},service="storefront",pod="storefront-7d4-ccccc",container="main"}`]:
    '_x1 0+590x9 5310x50',
  [`kube_pod_status_ready{${PROD},service="storefront",pod="storefront-7d4-ccccc",condition="true"}`]: '_x1 0x8 1x60',
  [`up{${PROD},service="storefront",job="storefront",instance="storefront-7d4-ccccc"}`]: '_x1 0x9 1x60',
  'traefik_service_requests_total{team="shop",environment="prod",service="storefront",namespace="edge",code="200"}':
    '0+6000x60',
  [`kube_cronjob_created{${PROD},service="storefront",cronjob="storefront--prices"}`]: at(-90_000 * 9, 60),
  [`kube_cronjob_status_last_successful_time{${PROD},service="storefront",cronjob="storefront--prices"}`]: at(
    -40_000,
    60,
  ),
};

/** A restart of the only node: nothing is measured for three minutes, then each container starts once more. */
export const restartOfTheNode: Series = {
  ...podSeries({
    pod: 'admin-5c9-aaaaa',
    service: 'admin',
    ready: '1x5 _x3 0x1 1x60',
    started: `${at(-7200, 5)} _x3 ${at(500, 60)}`,
    running: '1x5 _x3 1x60',
    restarts: '0x5 _x3 1x60',
  }),
  ...deploymentSeries({ service: 'admin', deployment: 'admin', wanted: '1x5 _x3 1x60', ready: '1x5 _x3 0x1 1x60' }),
};
