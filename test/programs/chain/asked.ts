import type { Answer } from '../../support/queries.ts';

/** Asks a VictoriaMetrics of this machine. */
export async function query(port: number, expression: string): Promise<Answer> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(expression)}`);
  if (!answer.ok) throw new Error(`${expression}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
