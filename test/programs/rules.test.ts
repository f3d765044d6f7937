import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type RuleGroup, rulesYaml } from '../../constructs/monitoring-stack/rules/index.ts';
import { expectedParts } from '../../platform/monitoring.ts';
import { everyPart, rulesWith } from '../support/monitoring.ts';
import { inFolder, runs, testWith } from '../support/programs.ts';
import { aPlan } from '../support/site.ts';
import { cases } from './rules/cases.ts';
import { unitTests } from './rules/unit-tests.ts';

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
        writeFileSync(file, unitTests(group, alerts, PACE[name]));
        runs('vmalert-tool', ['unittest', `--files=${file}`, '--disableAlertgroupLabel', '--loggerLevel=WARN']);
      });
    });
  }
});
