import { describe, expect, test } from 'vitest';
import { ruleGroups } from '../../../constructs/monitoring-stack/rules/index.ts';

const groups = ruleGroups({
  home: { nas: '192.168.4.10:9100' },
  ocpus: 2,
  reclaimable: true,
  disks: { bootGb: 100, allowedGb: 200 },
  own: [],
});

describe('rules', () => {
  test('every alert says what is the case, and what to do about it in a sentence or two', () => {
    const all = groups.flatMap(({ alerts }) => alerts);
    expect(all.filter(({ summary }) => summary.length < 15 || summary.endsWith('.'))).toEqual([]);
    expect(all.filter(({ runbook }) => !/^[A-Zk].{30,}[.?]$/.test(runbook)).map(({ alert }) => alert)).toEqual([]);
  });

  test('alerts about home exist only where there is somebody to ask, and about idleness only where it matters', () => {
    const without = ruleGroups({ home: {}, ocpus: 2, reclaimable: false, own: [] });
    const names = without.map(({ name }) => name);
    expect(groups.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual(['home', 'free-tier']);
  });

  test('what disks cost is told with the figures of the site, and not where it may', () => {
    const alertsOf = (all: typeof groups) => all.find(({ name }) => name === 'budget')?.alerts ?? [];
    const without = ruleGroups({ home: {}, ocpus: 2, reclaimable: false, own: [] });

    expect(alertsOf(groups).at(-1)?.expr).toMatch(/ \+ 100 > 200$/);
    expect(alertsOf(without).map(({ alert }) => alert)).toEqual(['NodeNearlyFull']);
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
    const groups = ruleGroups({ home: {}, ocpus: 2, reclaimable: false, own: [own] });
    expect(groups.at(-1)).toEqual({ name: 'site', alerts: [own] });
  });
});
