import { platformDashboards, targetsOf } from '../../support/dashboards.ts';

/** What VictoriaMetrics answers to a query. */
export interface Answer {
  readonly data: { readonly result: readonly { metric: Record<string, string>; value: [number, string] }[] };
}

/** Asks a VictoriaMetrics of this machine. */
export async function query(port: number, expression: string): Promise<Answer> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(expression)}`);
  if (!answer.ok) throw new Error(`${expression}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** The queries of all dashboards for metrics that yield nothing. */
export async function withoutData(ask: (query: string) => Promise<Answer>): Promise<string[]> {
  const queries = platformDashboards.flatMap((dashboard) =>
    targetsOf(dashboard, 'metrics').map(({ at, expr }) => ({ at, expr: expr.replaceAll(/"\$\w+"/g, '".*"') })),
  );
  const answers = await Promise.all(
    queries.map(async ({ at, expr }) => ({ at, found: (await ask(expr)).data.result.length })),
  );
  return answers.filter(({ found }) => found === 0).map(({ at }) => at);
}
