import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type RuleGroup, rulesYaml } from '../../constructs/monitoring-stack/rules/index.ts';
import { expectedParts } from '../../platform/monitoring.ts';
import { everyPart, rulesWith } from '../support/monitoring.ts';
import { inFolder, runs, testWith } from '../support/programs.ts';
import { aPlan } from '../support/site.ts';
import type { Cases, Situation } from './rules/case.ts';
import { cases } from './rules/cases.ts';

const ofSite = expectedParts(aPlan());
const ofParts = everyPart.flatMap(({ expects = [] }) => expects);
const groups = rulesWith(everyPart, {
  expected: { ...ofSite, scraped: [...(ofSite.scraped ?? []), ...ofParts], deployments: ['external-secrets'] },
});

/** A group that looks back over a week is asked once an hour: every minute of eight days would take minutes. */
const PACE: Readonly<Record<string, string>> = { 'free-tier': '1h' };

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

  for (const [name, alerts] of Object.entries(cases)) {
    testWith(['vmalert-tool'], `${name}: alerts fire when they should and are silent when they should`, () => {
      const group = groups.find((candidate) => candidate.name === name) as RuleGroup;
      inFolder((folder) => {
        writeFileSync(
          join(folder, 'rules.yaml'),
          rulesYaml([group]).replace('interval: 1m', `interval: ${PACE[name] ?? '1m'}`),
        );
        const file = join(folder, 'test.yaml');
        writeFileSync(file, unitTests(group, alerts));
        runs('vmalert-tool', ['unittest', `--files=${file}`, '--disableAlertgroupLabel', '--loggerLevel=WARN']);
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
  return stringify({ rule_files: ['rules.yaml'], evaluation_interval: PACE[group.name] ?? '1m', tests });
}

function expected(group: RuleGroup, alert: string, { alerts }: Situation) {
  const rule = group.alerts.find((candidate) => candidate.alert === alert);
  return alerts.map(({ labels, summary }) => ({
    exp_labels: { ...labels, severity: rule?.severity },
    exp_annotations: { summary, runbook: rule?.runbook.replace('{{ $labels.job }}', labels.job ?? '') },
  }));
}
