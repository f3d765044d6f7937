import { fires, type Series, type Situation, silent } from './case.ts';

/** Pods of one owner in shop-prod, long enough for all that follows. */
function ownedBy(kind: string, owner: string, ...pods: readonly string[]): Series {
  const labels = `namespace="shop-prod",owner_is_controller="${kind && 'true'}",owner_kind="${kind}",owner_name="${owner}"`;
  return Object.fromEntries(pods.map((pod) => [`kube_pod_owner{pod="${pod}",${labels}}`, '1x180']));
}

/** What `PodEvicted` says of pods that a node ended. */
export const evicted: readonly Situation[] = [
  fires(
    'once for all copies of a workload that a node has just ended',
    '30m',
    {
      ...ownedBy('ReplicaSet', 'my-shop-5d8f9c7b6d', 'my-shop-5d8f9c7b6d-a', 'my-shop-5d8f9c7b6d-b'),
      'kube_pod_status_reason{namespace="shop-prod",pod="my-shop-5d8f9c7b6d-a",reason="Evicted"}': '0x10 1x30',
      'kube_pod_status_reason{namespace="shop-prod",pod="my-shop-5d8f9c7b6d-b",reason="Evicted"}': '_x12 1x30',
    },
    { namespace: 'shop-prod', workload: 'my-shop' },
    'Pods of shop-prod/my-shop were ended by their node: 2 within an hour',
  ),
  fires(
    'to the team whose pods they are',
    '30m',
    {
      ...ownedBy('ReplicaSet', 'web-5d8f9c7b6d', 'web-5d8f9c7b6d-a'),
      'kube_pod_status_reason{namespace="shop-prod",pod="web-5d8f9c7b6d-a",team="shop",environment="prod",service="web",reason="Evicted"}':
        '0x10 1x30',
    },
    { namespace: 'shop-prod', workload: 'web', team: 'shop', environment: 'prod', service: 'web' },
    'Pods of shop-prod/web were ended by their node: 1 within an hour',
  ),
  ...[
    { kind: 'StatefulSet', owner: 'my-store', pod: 'my-store-0', workload: 'my-store' },
    { kind: '', owner: '', pod: 'by-hand', workload: 'by-hand' },
  ].map(({ kind, owner, pod, workload }) =>
    fires(
      `for a pod of ${kind || 'nobody'}`,
      '30m',
      {
        ...ownedBy(kind, owner, pod),
        [`kube_pod_status_reason{namespace="shop-prod",pod="${pod}",reason="Evicted"}`]: '0x10 1x30',
      },
      { namespace: 'shop-prod', workload },
      `Pods of shop-prod/${workload} were ended by their node: 1 within an hour`,
    ),
  ),
  silent('when that was long ago and the pod is still there', '3h', {
    ...ownedBy('StatefulSet', 'shop', 'shop-1'),
    'kube_pod_status_reason{namespace="shop-prod",pod="shop-1",reason="Evicted"}': '0x10 1x180',
  }),
  silent('when it ended for another reason', '30m', {
    ...ownedBy('StatefulSet', 'shop', 'shop-1'),
    'kube_pod_status_reason{namespace="shop-prod",pod="shop-1",reason="Evicted"}': '0x40',
    'kube_pod_status_reason{namespace="shop-prod",pod="shop-1",reason="Shutdown"}': '1x40',
  }),
];
