import { type Cases, fires, silent } from '../rules/case.ts';
import { at, condition, deploymentSeries, PROD, podSeries, waiting } from './pods.ts';

const STOREFRONT = { service: 'storefront' };
const DEPLOYMENT = { ...STOREFRONT, deployment: 'storefront' };
const WEB = { deployment: 'storefront', service: 'storefront', wanted: '2x60' };
const POD = { pod: 'storefront-7d4b9c8f6d-x2x4z', service: 'storefront' };

/** Whether a pod is ready, and whether its metrics come. */
function measured(ready: string, up: string) {
  return {
    [`kube_pod_status_ready{${PROD},service="storefront",pod="${POD.pod}",condition="true"}`]: ready,
    [`up{${PROD},service="storefront",job="storefront",instance="${POD.pod}"}`]: up,
  };
}

export const serving: Cases = {
  ServiceDown: [
    fires(
      'when none of its pods is ready any more',
      '10m',
      deploymentSeries({ ...WEB, ready: '2x5 0x55' }),
      STOREFRONT,
      'storefront of shop in prod is down: none of its pods is ready',
    ),
    silent('when one of two is ready', '10m', deploymentSeries({ ...WEB, ready: '1x60' })),
    silent('when it is to have none', '10m', deploymentSeries({ ...WEB, wanted: '0x60', ready: '0x60' })),
    silent('when it has been there for less than fetching and warming take', '12m', {
      ...deploymentSeries({ ...WEB, ready: '0x60', created: at(0) }),
    }),
    fires(
      'when it never came up, after the time for fetching and warming',
      '20m',
      deploymentSeries({ ...WEB, ready: '0x60', created: at(0) }),
      STOREFRONT,
      'storefront of shop in prod is down: none of its pods is ready',
    ),
    silent('for a worker, which may stop before its successor starts', '20m', {
      ...deploymentSeries({ ...WEB, ready: '2x60' }),
      ...deploymentSeries({ deployment: 'storefront--images', service: 'storefront', wanted: '1x60', ready: '0x60' }),
    }),
    silent('for a service of another team', '10m', {
      'kube_deployment_spec_replicas{team="search",environment="prod",service="storefront",deployment="storefront"}':
        '1x60',
      'kube_deployment_status_replicas_ready{team="search",environment="prod",service="storefront",deployment="storefront"}':
        '0x60',
      'kube_deployment_created{team="search",environment="prod",service="storefront",deployment="storefront"}':
        at(-9000),
    }),
  ],
  ServiceNotReady: [
    fires(
      'when a pod is missing for a quarter of an hour',
      '30m',
      deploymentSeries({ ...WEB, ready: '1x60' }),
      DEPLOYMENT,
      'storefront of shop in prod has 1 pods fewer that are ready than it should (storefront)',
    ),
    fires(
      'when a worker is missing',
      '30m',
      deploymentSeries({ deployment: 'storefront--images', service: 'storefront', wanted: '1x60', ready: '0x60' }),
      { ...STOREFRONT, deployment: 'storefront--images' },
      'storefront of shop in prod has 1 pods fewer that are ready than it should (storefront--images)',
    ),
    silent('while a pod that has just started warms up', '24m', {
      ...deploymentSeries({ ...WEB, ready: '1x60' }),
      ...podSeries({ ...POD, ready: '0x60', started: at(900, 60) }),
    }),
    silent('when all are ready', '30m', deploymentSeries({ ...WEB, ready: '2x60' })),
  ],
  ServiceRestarting: [
    fires(
      'when a pod has ended three times in half an hour',
      '40m',
      podSeries({ ...POD, ready: '0x60', started: at(0), restarts: '0x20 1x5 2x5 3x30' }),
      STOREFRONT,
      'A pod of storefront of shop in prod has ended 3 times in half an hour',
    ),
    silent('when each of three pods has ended once, as after a restart of the node', '40m', {
      ...podSeries({ ...POD, ready: '1x60', started: at(0), restarts: '0x30 1x30' }),
      ...podSeries({ ...POD, pod: 'storefront-2', ready: '1x60', started: at(0), restarts: '0x30 1x30' }),
      ...podSeries({ ...POD, pod: 'storefront-3', ready: '1x60', started: at(0), restarts: '0x30 1x30' }),
    }),
  ],
  ServiceUnmeasured: [
    fires(
      'when a pod that is ready gives out nothing',
      '20m',
      measured('1x60', '0x60'),
      STOREFRONT,
      '1 pods of storefront of shop in prod are ready and give out no metrics',
    ),
    silent('when it is not ready yet', '20m', measured('0x60', '0x60')),
    silent('when it gives them out', '20m', measured('1x60', '1x60')),
  ],
};

/** A pod that began half a minute before the first value. */
const begun = { ...POD, started: at(-30), ready: '0x60' };

export const warming: Cases = {
  ServiceWarmsSlowly: [
    fires(
      'after nine of its ten minutes',
      '9m',
      podSeries(begun),
      STOREFRONT,
      'storefront of shop in prod has been warming for 9m 30s, nearly all of the time that it has',
    ),
    silent('after eight', '8m', podSeries(begun)),
    silent('when it is over its time, which another alert tells', '10m', podSeries(begun)),
    silent('when it is ready by then', '9m', podSeries({ ...begun, ready: '0x8 1x60' })),
  ],
  ServiceNotWarm: [
    fires(
      'after ten minutes',
      '10m',
      podSeries(begun),
      STOREFRONT,
      'storefront of shop in prod is still not warm after 10m 30s, longer than it may take',
    ),
    silent('before', '9m', podSeries(begun)),
    silent(
      'when it was ready and is not any more, as a pod that ends',
      '40m',
      podSeries({ ...begun, ready: '0x8 1x12 0x60' }),
    ),
    silent('when it runs no more', '20m', podSeries({ ...begun, running: '0x60' })),
    silent(
      'for a worker, which does not warm up',
      '20m',
      podSeries({ ...begun, pod: 'storefront--images-7d4b9c8f6d-x2x4z' }),
    ),
    silent(
      'for a service that need not',
      '20m',
      podSeries({ ...begun, service: 'admin', pod: 'admin-7d4b9c8f6d-x2x4z' }),
    ),
  ],
};

export const releases: Cases = {
  ReleaseStuck: [
    fires(
      'when it is past its deadline',
      '5m',
      condition('Progressing', 'ProgressDeadlineExceeded', 'false', '1x20'),
      DEPLOYMENT,
      'The release of storefront of shop in prod does not get any further (storefront)',
    ),
    silent('while it goes on', '5m', {
      ...condition('Progressing', 'ReplicaSetUpdated', 'true', '1x20'),
      ...condition('Progressing', 'ProgressDeadlineExceeded', 'false', '0x20'),
    }),
  ],
  QuotaRefusesPods: [
    fires(
      'when pods have been refused for ten minutes',
      '15m',
      condition('ReplicaFailure', 'unknown', 'true', '1x20'),
      DEPLOYMENT,
      'Pods of storefront of shop in prod cannot be made (storefront)',
    ),
    silent('when one had to wait for another to go', '15m', condition('ReplicaFailure', 'unknown', 'true', '1x5 0x15')),
  ],
  ImageMissing: [
    fires(
      'when it cannot be fetched, however often it is tried',
      '12m',
      {
        ...waiting('ErrImagePull', '1 0 1 0 0 1 0 0 1 0 1 0 0 1'),
        ...waiting('ImagePullBackOff', '0 1 0 1 1 0 0 1 0 1 0 1 1 0'),
      },
      STOREFRONT,
      'The image of storefront of shop in prod cannot be fetched',
    ),
    silent('while it is fetched', '12m', waiting('ContainerCreating', '1x20')),
    silent('when a second try succeeded', '12m', waiting('ErrImagePull', '1x1 0x20')),
  ],
  ConfigMissing: [
    fires(
      'when a key of its Secret is missing',
      '5m',
      waiting('CreateContainerConfigError', '1x20'),
      STOREFRONT,
      'A Secret of storefront of shop in prod is missing, or a key in it',
    ),
    silent('when it came at once', '5m', waiting('CreateContainerConfigError', '1x1 0x20')),
  ],
};
