import { Size } from 'cdk8s';
import { expect, test } from 'vitest';
import type { WorkloadProps } from '../../constructs/workload/index.ts';
import { objects, only } from './support/synth.ts';
import { aWorkload, container, SMALLEST } from './support/workload.ts';

test('a workload reads further files from objects of their own, which replace its pods too', () => {
  const withMore = (text: string) =>
    aWorkload({
      config: { directory: '/etc/shop', files: { 'shop.yaml': 'a: 1' } },
      moreConfig: { site: { directory: '/etc/site', files: { 'site.yaml': text } } },
    });
  const [one, other] = ['b: 1', 'b: 2'].map(
    (text) => only(withMore(text), 'Deployment').spec.template.metadata.annotations['armstead/config-hash'],
  );
  const maps = objects(withMore('b: 1')).filter(({ kind }) => kind === 'ConfigMap');

  expect(Object.fromEntries(maps.map(({ metadata, data }) => [metadata.name, data]))).toEqual({
    shop: { 'shop.yaml': 'a: 1' },
    'shop-site': { 'site.yaml': 'b: 1' },
  });
  expect(container(withMore('b: 1')).volumeMounts).toEqual([
    { mountPath: '/etc/shop', name: 'config', readOnly: true },
    { mountPath: '/etc/site', name: 'config-site', readOnly: true },
  ]);
  expect(one).not.toBe(other);
});

test('a workload may use the disk of its node for its logs, and for what it writes besides', () => {
  const disk = (props: Partial<WorkloadProps>) => {
    const { requests, limits } = container(aWorkload(props)).resources;
    return [requests['ephemeral-storage'], limits['ephemeral-storage']];
  };
  const scratch = { '/tmp': Size.mebibytes(64), '/run': Size.mebibytes(8) };
  const resources = { ...SMALLEST.resources, diskMebibytes: { request: 10, limit: 200 } };

  expect(disk({})).toEqual(['50Mi', '100Mi']);
  expect(disk({ scratch })).toEqual(['122Mi', '172Mi']);
  expect(disk({ scratch, resources })).toEqual(['132Mi', '372Mi']);
});
