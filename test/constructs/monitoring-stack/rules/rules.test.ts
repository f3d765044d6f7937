import { Size } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import type { RuleGroup } from '../../../../constructs/monitoring-stack/rules/index.ts';
import { everyPart, rulesWith } from '../../../support/monitoring.ts';

const groups = rulesWith(everyPart);

function alertOf(all: readonly RuleGroup[], name: string) {
  return all.flatMap(({ alerts }) => alerts).find(({ alert }) => alert === name);
}

function namesOf(all: readonly RuleGroup[]): string[] {
  return all.map(({ name }) => name);
}

describe('rules', () => {
  test('every alert says what is the case, and what to do about it in a sentence or two', () => {
    const all = groups.flatMap(({ alerts }) => alerts);
    expect(all.filter(({ summary }) => summary.length < 15 || summary.endsWith('.'))).toEqual([]);
    expect(all.filter(({ runbook }) => !/^[A-Zk].{30,}[.?]$/.test(runbook)).map(({ alert }) => alert)).toEqual([]);
  });

  test('a stack misses its own parts, and what it is told to expect before them, each once', () => {
    const missing = (expected = {}) => alertOf(rulesWith([], { expected }), 'PartMissing')?.expr.split(' or ');
    const own = ['alerts', 'api-server', 'cluster-state', 'containers', 'dashboards', 'kubelet', 'logs', 'metrics'];
    const absent = (jobs: readonly string[]) => jobs.map((job) => `absent(up{job="${job}"})`);
    expect(missing()).toEqual(absent([...own, 'rules']));
    expect(
      missing({ scraped: ['shop', 'alerts'], oneOf: { edge: ['one', 'two'] }, deployments: ['external-secrets'] }),
    ).toEqual([
      ...absent(['shop', ...own, 'rules']),
      'label_replace(absent(up{job=~"one|two"}), "job", "edge", "", "")',
      'label_replace(absent(kube_deployment_spec_replicas{deployment="external-secrets"}), "job", "$1", "deployment", "(.+)")',
    ]);
  });

  test('groups come in one order, in whichever order their parts are stated', () => {
    const base = ['monitoring', 'targets', 'node', 'volumes', 'workloads', 'certificates'];
    expect(namesOf(rulesWith([]))).toEqual([...base, 'budget']);
    expect(namesOf(groups)).toEqual([...base, 'delivery', 'budget', 'home', 'gateway', 'free-tier']);
    const [agents, argoCd, home, free] = everyPart;
    expect(rulesWith([home, argoCd, agents, free].flatMap((part) => part ?? []))).toEqual(groups);
  });

  test('groups of one name are one, with recordings and alerts as they are stated', () => {
    const alert = { alert: 'A', expr: 'a > 0', for: '1m', severity: 'warning', summary: 'A', runbook: 'B' } as const;
    const parts = [
      { rules: [{ name: 'shop', recordings: [{ record: 'a', expr: 'b' }], alerts: [alert] }] },
      { rules: [{ name: 'shop', alerts: [{ ...alert, alert: 'B' }] }] },
    ];
    expect(rulesWith(parts).at(-1)).toEqual({
      name: 'shop',
      recordings: [{ record: 'a', expr: 'b' }],
      alerts: [alert, { ...alert, alert: 'B' }],
    });
  });

  test('what metrics take is compared with the volume in the namespace of the stack', () => {
    expect(alertOf(rulesWith([], { namespace: 'watch' }), 'MetricsDiskOverPlan')?.expr).toBe(
      'sum(vm_data_size_bytes) > 0.9 * sum(kube_persistentvolume_capacity_bytes{persistentvolume=~"watch-metrics-.+"})',
    );
  });

  test('a disk is full where the kubelet says so, and somebody is told before that', () => {
    const disks = (fullDisk = {}) => {
      const all = rulesWith([], { fullDisk });
      return [alertOf(all, 'VolumeFilling')?.expr, alertOf(all, 'NodeDiskFilling')?.expr.match(/< ([^/]+) \//)?.[1]];
    };
    const free = 'kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes';
    expect(disks()).toEqual([`${free} < 0.15`, '0.15 + 2684354560']);
    expect(disks({ pressurePercent: 7, toldBefore: Size.mebibytes(1) })).toEqual([`${free} < 0.07`, '0.07 + 1048576']);
  });

  test('alerts of the site come last, under the name of the site', () => {
    const own = {
      alert: 'Slow',
      expr: 'up == 0',
      for: '1m',
      severity: 'warning',
      summary: 'Something is slow',
      runbook: 'See docs/slow.md.',
    } as const;
    expect(rulesWith(everyPart, { own: [own] }).at(-1)).toEqual({ name: 'site', alerts: [own] });
  });
});
