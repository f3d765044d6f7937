import { describe, expect, test } from 'vitest';
import { type FreeTierPartProps, freeTierPart } from '../../../../constructs/monitoring-stack/index.ts';
import { disks } from '../../../support/monitoring.ts';

function alertsOf(props: FreeTierPartProps): string[] {
  const { rules = [], ...others } = freeTierPart(props);
  expect(others).toEqual({});
  return rules.flatMap(({ name, alerts }) => alerts.map(({ alert }) => `${name}: ${alert}`));
}

describe('the part of a free account', () => {
  test('tells of idle machines, of the gateway where its metrics are scraped, and of what disks cost where that is known', () => {
    expect(alertsOf({ ocpus: 2 })).toEqual(['free-tier: FreeTierReclaimRisk']);
    expect(alertsOf({ ocpus: 2, gateway: true, disks })).toEqual([
      'budget: BlockVolumesCost',
      'free-tier: FreeTierReclaimRisk',
      'free-tier: GatewayMayBeReclaimed',
    ]);
  });

  test('counts volumes of the stated driver, each as large as the cloud makes it, with the stated figures', () => {
    const [budget] =
      freeTierPart({ ocpus: 2, disks: { ...disks, driver: 'disks.example.org', smallestGb: 10 } }).rules ?? [];
    expect(budget?.alerts.map(({ expr }) => expr)).toEqual([
      'sum(clamp_min(kube_persistentvolume_capacity_bytes and on (persistentvolume) ' +
        'kube_persistentvolume_info{csi_driver="disks.example.org"}, 10737418240)) / 1073741824 + 100 > 200',
    ]);
  });

  test('measures the network of a node by its OCPUs', () => {
    const expr = (ocpus: number) => freeTierPart({ ocpus }).rules?.[0]?.alerts[0]?.expr;
    expect(expr(1)).toContain('node:network:bytes_per_second{job="node-metrics"}[7d]) < 25000000 ');
    expect(expr(2)).toContain('node:network:bytes_per_second{job="node-metrics"}[7d]) < 50000000 ');
  });
});
