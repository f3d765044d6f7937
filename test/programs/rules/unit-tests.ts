import { stringify } from 'yaml';
import type { RuleGroup } from '../../../constructs/monitoring-stack/rules/index.ts';
import type { Cases, Series, Situation } from './case.ts';

/** Situations of a group in the words of vmalert-tool; the group lies in `rules.yaml`. */
export function unitTests(group: RuleGroup, alerts: Cases, pace = '1m'): string {
  const tests = Object.entries(alerts).flatMap(([alert, situations]) =>
    situations.map((situation) => ({
      name: `${alert} ${situation.when}`,
      interval: '1m',
      input_series: inputOf(situation.series),
      alert_rule_test: [{ eval_time: situation.at, alertname: alert, exp_alerts: expected(group, alert, situation) }],
    })),
  );
  return stringify({ rule_files: ['rules.yaml'], evaluation_interval: pace, tests });
}

/** That no alert of a group is heard in a time, minute by minute. */
export function silence(group: RuleGroup, name: string, series: Series, minutes: number): string {
  const times = Array.from({ length: minutes }, (_, index) => `${index + 1}m`);
  const asked = group.alerts.flatMap(({ alert }) =>
    times.map((time) => ({ eval_time: time, alertname: alert, exp_alerts: [] })),
  );
  const tests = [{ name, interval: '1m', input_series: inputOf(series), alert_rule_test: asked }];
  return stringify({ rule_files: ['rules.yaml'], evaluation_interval: '1m', tests });
}

function inputOf(series: Series) {
  return Object.entries(series).map(([one, values]) => ({ series: one, values }));
}

function expected(group: RuleGroup, alert: string, { alerts }: Situation) {
  const rule = group.alerts.find((candidate) => candidate.alert === alert);
  return alerts.map(({ labels, summary }) => ({
    exp_labels: { ...group.heldTo, ...labels, severity: rule?.severity },
    exp_annotations: { summary, runbook: withLabels(rule?.runbook, labels) },
  }));
}

function withLabels(text: string | undefined, labels: Readonly<Record<string, string>>): string | undefined {
  return text?.replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, (_, name: string) => labels[name] ?? '');
}
