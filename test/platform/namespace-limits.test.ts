import { expect, test } from 'vitest';
import { NamespaceLimits } from '../../platform/teams/namespace-limits.ts';
import { aFolder, only } from '../constructs/support/synth.ts';

const PORTION = { millicores: 716, memoryMebibytes: 4639, memoryLimitMebibytes: 3000, pods: 51 };

function limits() {
  const chart = aFolder('teams');
  new NamespaceLimits(chart, 'Limits', { namespace: 'shop-prod', portion: PORTION });
  return chart;
}

test('the quota of a namespace is its share of the nodes, and no disk that the cloud rents out', () => {
  const { metadata, spec } = only(limits(), 'ResourceQuota');

  expect(metadata).toMatchObject({ name: 'share', namespace: 'shop-prod' });
  expect(spec.hard).toEqual({
    pods: '51',
    'requests.cpu': '716m',
    'requests.memory': '4639Mi',
    'limits.memory': '3000Mi',
    'oci-bv.storageclass.storage.k8s.io/persistentvolumeclaims': '0',
    'oci-bv-encrypted.storageclass.storage.k8s.io/persistentvolumeclaims': '0',
    'oci.storageclass.storage.k8s.io/persistentvolumeclaims': '0',
  });
});

test('the quota of a namespace counts no Services: while it is not counted yet, none would be admitted', () => {
  const counted = Object.keys(only(limits(), 'ResourceQuota').spec.hard);

  expect(counted.filter((key) => key.startsWith('services') || key.startsWith('count/'))).toEqual([]);
});

test('a container that states nothing gets requests and limits, and no limit is more than twice its request', () => {
  expect(only(limits(), 'LimitRange').spec.limits).toEqual([
    {
      type: 'Container',
      defaultRequest: { cpu: '10m', memory: '64Mi', 'ephemeral-storage': '50Mi' },
      default: { cpu: '500m', memory: '128Mi', 'ephemeral-storage': '1024Mi' },
      maxLimitRequestRatio: { memory: '2' },
    },
  ]);
});
