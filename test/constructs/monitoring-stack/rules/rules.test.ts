import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type RuleGroup, ruleGroups, rulesYaml } from '../../../../constructs/monitoring-stack/rules/index.ts';
import { pathOf, testWith } from '../../../support/programs.ts';
import type { Cases, Situation } from './case.ts';
import { cases } from './cases.ts';

const groups = ruleGroups({
  home: { nas: '192.168.4.10:9100' },
  ocpus: 2,
  reclaimable: true,
  own: [],
});

function alertsOf(group: RuleGroup | undefined): string[] {
  return (group?.alerts ?? []).map(({ alert }) => alert);
}

describe('rules', () => {
  test('every alert has a situation in which it fires and, but for the Watchdog, one in which it is silent', () => {
    const tried = Object.fromEntries(Object.entries(cases).map(([name, alerts]) => [name, Object.keys(alerts).sort()]));
    expect(tried).toEqual(Object.fromEntries(groups.map((group) => [group.name, alertsOf(group).sort()])));

    const all = Object.values(cases).flatMap((alerts) => Object.entries(alerts));
    const kinds = all.map(([alert, situations]) => [
      alert,
      situations.some(({ alerts }) => alerts.length > 0),
      situations.some(({ alerts }) => alerts.length === 0),
    ]);
    expect(kinds.filter(([alert, fired, silent]) => !(fired && (silent || alert === 'Watchdog')))).toEqual([]);
  });

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

  testWith(['vmalert'], 'vmalert of the pinned version takes every rule', () => {
    inFolder((folder) => {
      const file = join(folder, 'rules.yaml');
      writeFileSync(file, rulesYaml(groups));
      run('vmalert', ['-dryRun', `-rule=${file}`]);
    });
  });

  for (const [name, alerts] of Object.entries(cases)) {
    testWith(['vmalert-tool'], `${name}: alerts fire when they should and are silent when they should`, () => {
      const group = groups.find((candidate) => candidate.name === name) as RuleGroup;
      inFolder((folder) => {
        writeFileSync(join(folder, 'rules.yaml'), rulesYaml([group]));
        const file = join(folder, 'test.yaml');
        writeFileSync(file, unitTests(group, alerts));
        run('vmalert-tool', ['unittest', `--files=${file}`, '--disableAlertgroupLabel', '--loggerLevel=WARN']);
      });
    });
  }
});

/** The situations in the words of vmalert-tool. */
function unitTests(group: RuleGroup, alerts: Cases): string {
  const tests = Object.entries(alerts).flatMap(([alert, situations]) =>
    situations.map((situation) => ({
      name: `${alert} ${situation.when}`,
      interval: '1m',
      input_series: Object.entries(situation.series).map(([series, values]) => ({ series, values })),
      alert_rule_test: [{ eval_time: situation.at, alertname: alert, exp_alerts: expected(group, alert, situation) }],
    })),
  );
  return stringify({ rule_files: ['rules.yaml'], evaluation_interval: '1m', tests });
}

function expected(group: RuleGroup, alert: string, { alerts }: Situation) {
  const rule = group.alerts.find((candidate) => candidate.alert === alert);
  return alerts.map(({ labels, summary }) => ({
    exp_labels: { ...labels, severity: rule?.severity },
    exp_annotations: { summary, runbook: rule?.runbook.replace('{{ $labels.job }}', labels.job ?? '') },
  }));
}

function run(program: 'vmalert' | 'vmalert-tool', args: readonly string[]): void {
  try {
    execFileSync(pathOf(program), args, { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    expect.fail(`${program} ${args.join(' ')}\n${stdout}${stderr}`);
  }
}

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'armstead-rules-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
