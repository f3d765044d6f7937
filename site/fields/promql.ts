import { parser } from '@prometheus-io/lezer-promql';
import type { Breach, Check } from './breach.ts';

/** The rule that a text is a query in PromQL. */
export const promql: Check<string> = {
  id: 'promql',
  breach: (value) => {
    const at = errorIn(value);
    return at === undefined ? undefined : unparsed(value, at);
  },
};

/** Where a query cannot be read on, if it cannot. */
export function errorIn(query: string): number | undefined {
  let at: number | undefined;
  parser.parse(query).iterate({
    enter: ({ type, from }) => {
      if (type.isError) at ??= from;
      return at === undefined;
    },
  });
  return at;
}

function unparsed(query: string, at: number): Breach {
  const rest = query.slice(at).trim();
  return {
    rule: rest === '' ? 'is not PromQL: it ends too early' : `is not PromQL from '${shortened(rest)}' on`,
    fix: 'write a query that answers when you try it in Grafana under Explore, such as rate(errors_total[5m]) > 1',
  };
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 17)}...` : text;
}
