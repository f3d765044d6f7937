import type { Tree } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import type { Breach, FieldCheck } from './breach.ts';
import { readable, refusedIn } from './metricsql/index.ts';
import { remembered } from './remembered.ts';

/** The rule that a text is a query in PromQL, or with functions of MetricsQL, that vmalert takes. */
export const promql: FieldCheck<string> = {
  id: 'promql',
  breach: remembered((value): Breach | undefined => {
    const tree = parser.parse(readable(value));
    const at = firstError(tree);
    if (at !== undefined) return unparsed(value, at);
    const refused = refusedIn(tree, value);
    return refused && { rule: `holds ${refused.what}, which vmalert does not take`, fix: refused.fix };
  }),
};

/** Where a query cannot be read on, if it cannot. */
export function errorIn(query: string): number | undefined {
  return firstError(parser.parse(readable(query)));
}

function firstError(tree: Tree): number | undefined {
  let at: number | undefined;
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError) at ??= from;
      return at === undefined;
    },
  });
  return at;
}

function unparsed(query: string, at: number): Breach {
  const rest = query.slice(at).trim();
  if (/^\$_?_?\w/.test(rest)) {
    return {
      rule: `is not PromQL from '${shortened(rest)}' on`,
      fix: 'write a time such as 5m: only Grafana knows names with $',
    };
  }
  return {
    rule: rest === '' ? 'is not PromQL: it ends too early' : `is not PromQL from '${shortened(rest)}' on`,
    fix: 'write a query that answers when you try it in Grafana under Explore, such as rate(errors_total[5m]) > 1',
  };
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 17)}...` : text;
}
