import { type JSONValue, search } from '@jmespath-community/jmespath';
import { roleOf } from '../../../constructs/monitoring-stack/dashboards/roles.ts';
import { type DashboardSignIn, dashboardSignIn } from '../../../site/plan/dashboard-sign-in.ts';
import { aSite } from '../site.ts';
import type { OfPeople, Told } from './people.ts';

/** The expression by which Grafana finds roles at a site. */
export function expressionOf({ signOn, monitoring }: OfPeople): string {
  return roleOf(dashboardSignIn(aSite({ home: undefined, signOn, monitoring })) as DashboardSignIn);
}

/** What Grafana looks at, in its order. A token tells until when it holds, the answer about a user does not. */
export function answersOf({ id, userinfo = id, access }: Told): readonly object[] {
  const token = { iss: 'https://id.example.org', iat: 1, exp: 2 };
  return [{ ...token, ...id }, userinfo, ...(access ? [{ ...token, ...access }] : [])];
}

/**
 * The role as Grafana finds it: over each answer of the provider, and each time once more over the groups that Grafana
 * has asked for itself, which only its part for GitHub does.
 */
export function role(
  expression: string,
  answers: readonly object[],
  groups: readonly string[] = [],
): string | undefined {
  for (const data of answers.flatMap((answer) => [answer, { groups }])) {
    const found = evaluated(expression, data);
    if (typeof found === 'string' && found !== '') return found;
  }
  return undefined;
}

function evaluated(expression: string, data: object): unknown {
  try {
    return search(data as JSONValue, expression);
  } catch {
    return undefined;
  }
}
