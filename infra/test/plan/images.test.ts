import { expect, test } from 'vitest';
import { quotaStatements } from '../../plan/guards.ts';
import { gatewayImage, nodeImage } from '../../plan/images.ts';
import { example, sound } from '../sites.ts';

const named = (...names: string[]) => names.map((name) => ({ id: `id of ${name}`, name }));

test('the node image is the newest build of OKE for ARM and the version', () => {
  const images = named(
    'Oracle-Linux-8.10-aarch64-2026.08.31-0-OKE-1.36.1-999',
    'Oracle-Linux-8.10-aarch64-2026.08.31-0-OKE-1.36.1-1402',
    'Oracle-Linux-8.10-aarch64-2025.12.31-0-OKE-1.36.1-1500',
    'Oracle-Linux-8.10-aarch64-2026.09.30-0-OKE-1.35.2-1410',
    'Oracle-Linux-8.10-2026.09.30-0-OKE-1.36.1-1410',
    'Oracle-Linux-8.10-Gen2-GPU-2026.09.30-0-OKE-1.36.1-1410',
    'Oracle-Linux-8.10-aarch64-2026.09.30-0',
  );
  expect(nodeImage(images, '1.36.1')?.name).toBe('Oracle-Linux-8.10-aarch64-2026.08.31-0-OKE-1.36.1-1402');
  expect(nodeImage(images, '1.36.2')).toBeUndefined();
});

test('the gateway image is the newest full Ubuntu LTS for x86', () => {
  const images = named(
    'Canonical-Ubuntu-24.04-2026.08.31-0',
    'Canonical-Ubuntu-24.04-2026.08.31-1',
    'Canonical-Ubuntu-24.04-Minimal-2026.09.30-0',
    'Canonical-Ubuntu-24.04-aarch64-2026.09.30-0',
    'Canonical-Ubuntu-22.04-2026.09.30-0',
  );
  expect(gatewayImage(images)?.name).toBe('Canonical-Ubuntu-24.04-2026.08.31-1');
  expect(gatewayImage([])).toBeUndefined();
});

test('the quota takes everything away before it gives back what is free', () => {
  expect(quotaStatements(sound(example).cloud.allowance)).toEqual([
    'zero compute-core quotas in tenancy',
    'zero compute-memory quotas in tenancy',
    'zero load-balancer quotas in tenancy',
    'set compute-core quota standard-a1-core-count to 2 in tenancy',
    'set compute-core quota standard-a1-core-regional-count to 2 in tenancy',
    'set compute-memory quota standard-a1-memory-count to 12 in tenancy',
    'set compute-memory quota standard-a1-memory-regional-count to 12 in tenancy',
    'set compute-core quota standard-e2-micro-core-count to 2 in tenancy',
    'set block-storage quota total-storage-gb to 200 in tenancy',
    'set block-storage quota backup-count to 5 in tenancy',
    'set load-balancer quota lb-flexible-count to 1 in tenancy',
    'set load-balancer quota lb-flexible-bandwidth-sum to 10 in tenancy',
  ]);
});

test('the quota is as large as the allowance of the account', () => {
  const allowance = { ocpus: 4, memoryGb: 24, storageGb: 300, flexibleLoadBalancers: 2 };
  const { cloud } = sound({ ...example, cloud: { ...example.cloud, allowance } });
  expect(quotaStatements(cloud.allowance)).toEqual(
    expect.arrayContaining([
      'set compute-core quota standard-a1-core-regional-count to 4 in tenancy',
      'set compute-memory quota standard-a1-memory-regional-count to 24 in tenancy',
      'set block-storage quota total-storage-gb to 300 in tenancy',
      'set load-balancer quota lb-flexible-count to 2 in tenancy',
      'set load-balancer quota lb-flexible-bandwidth-sum to 20 in tenancy',
    ]),
  );
});
