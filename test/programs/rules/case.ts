/** Series by their names and labels, each with values a minute apart in the notation of promtool: `0+1x20`. */
export type Series = Readonly<Record<string, string>>;

/** What one alert does in one situation. */
export interface Situation {
  /** What is the case, to follow the name of the alert: `when a disk has 10 % left`. */
  readonly when: string;
  readonly series: Series;

  /** How long after the first value is asked. */
  readonly at: string;

  /** The alerts that are expected: their labels but for the severity, and their sentences. */
  readonly alerts: readonly { readonly labels: Readonly<Record<string, string>>; readonly summary: string }[];
}

/** Situations of one alert, some of which it must hear and some of which it must not. */
export type Cases = Readonly<Record<string, readonly Situation[]>>;

/** A situation in which the alert is silent. */
export function silent(when: string, at: string, series: Series): Situation {
  return { when, at, series, alerts: [] };
}

/** A situation in which the alert fires once. */
export function fires(
  when: string,
  at: string,
  series: Series,
  labels: Readonly<Record<string, string>>,
  summary: string,
): Situation {
  return { when, at, series, alerts: [{ labels, summary }] };
}
