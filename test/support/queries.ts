import { platformDashboards, targetsOf } from './dashboards.ts';

/** What VictoriaMetrics answers to a query. */
export interface Answer {
  readonly data: { readonly result: readonly { metric: Record<string, string>; value: [number, string] }[] };
}

/** The queries of all dashboards for metrics that yield nothing, by dashboard and panel. */
export async function withoutData(ask: (query: string) => Promise<Answer>): Promise<string[]> {
  const queries = platformDashboards.flatMap((dashboard) =>
    targetsOf(dashboard, 'metrics').map(({ at, expr }) => ({ at, expr: expr.replaceAll(/"\$\w+"/g, '".*"') })),
  );
  const answers = await Promise.all(
    queries.map(async ({ at, expr }) => ({ at, found: (await ask(expr)).data.result.length })),
  );
  return answers.filter(({ found }) => found === 0).map(({ at }) => at);
}
