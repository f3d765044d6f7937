import { stringify } from 'yaml';
import type { Labels } from '../../../kubernetes/labels.ts';

/**
 * How much an alert matters: `critical` wakes somebody, `warning` is for the next day, `none` is for machines.
 */
export type Severity = 'critical' | 'warning' | 'none';

/** A condition that somebody should hear of. */
export interface Alert {
  readonly alert: string;

  /** Query in PromQL; every series that it yields is an alert. */
  readonly expr: string;

  /** How long the condition must hold before anybody hears of it. */
  readonly for: string;

  readonly severity: Severity;

  /**
   * Further labels of the alert, by which routes know it.
   *
   * @default - none
   */
  readonly labels?: Labels;

  /** What is the case, in one sentence; may name labels and the value. */
  readonly summary: string;

  /** What to look at and what to do, in one or two sentences. */
  readonly runbook: string;
}

/** A query that is kept as a series of its own, because others need it over a long time. */
export interface Recording {
  readonly record: string;
  readonly expr: string;
}

/** Rules that belong together. */
export interface RuleGroup {
  readonly name: string;

  /**
   * Labels of all of its alerts, and of all series that its queries see: no rule of it can look at anything else.
   *
   * @default - none: its queries see everything
   */
  readonly heldTo?: Labels;

  /**
   * Most series that one of its rules may yield; one that yields more fails, which `RulesFailing` tells.
   *
   * @default - any number
   */
  readonly limit?: number;
  readonly recordings?: readonly Recording[];
  readonly alerts: readonly Alert[];
}

/** The groups as the file that vmalert reads. */
export function rulesYaml(groups: readonly RuleGroup[]): string {
  const rendered = groups.map(({ name, heldTo, limit, recordings = [], alerts }) => ({
    name,
    interval: '1m',
    ...(limit !== undefined && { limit }),
    ...(heldTo && { labels: heldTo, params: { extra_label: filters(heldTo) } }),
    rules: [...recordings, ...alerts.map(alertRule)],
  }));
  return stringify({ groups: rendered }, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}

/** Labels that the store adds to the choice of every query. */
function filters(labels: Labels): string[] {
  return Object.entries(labels).map(([label, value]) => `${label}=${value}`);
}

function alertRule({ alert, expr, for: held, severity, labels, summary, runbook }: Alert) {
  return { alert, expr, for: held, labels: { ...labels, severity }, annotations: { summary, runbook } };
}
