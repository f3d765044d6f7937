import { parser } from '@prometheus-io/lezer-promql';
import { readable } from '../../../../site/fields/metricsql/index.ts';

/** One choice of series inside a query: a metric and the labels that it is chosen by. */
export interface Selector {
  readonly metric: string;
  readonly labels: readonly string[];
}

/** Every choice of series in a query. */
export function selectorsIn(query: string): Selector[] {
  const found: { metric: string; labels: string[] }[] = [];
  // Functions of MetricsQL are none for the parser, and would look like metrics.
  parser.parse(readable(query)).iterate({
    enter: ({ name, from, to }) => {
      const text = query.slice(from, to);
      if (name === 'VectorSelector') found.push({ metric: '', labels: [] });
      const last = found.at(-1);
      if (!last) return;
      if (name === 'Identifier' && last.metric === '') last.metric = text;
      if (name === 'LabelName' && last.metric !== '' && inBraces(query, from)) last.labels.push(text);
    },
  });
  return found;
}

/** Whether a place lies between braces: labels also stand behind `by` and `on`. */
function inBraces(query: string, at: number): boolean {
  return query.lastIndexOf('{', at) > query.lastIndexOf('}', at);
}

/** Every label by which a query groups or joins. */
export function groupingsIn(query: string): string[] {
  return [...query.matchAll(/\b(?:by|on|ignoring|without)\s*\(([^)]*)\)/g)].flatMap(([, list = '']) =>
    list
      .split(',')
      .map((label) => label.trim())
      .filter(Boolean),
  );
}

/** Every label that a query makes of others: those of `label_replace`. */
export function labelsMadeIn(query: string): string[] {
  return [...query.matchAll(/, "(\w+)", "[^"]*", "\w+", "/g)].map(([, label = '']) => label);
}
