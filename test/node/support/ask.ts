import { inject } from 'vitest';
import type { Answer } from '../../support/queries.ts';

/** A service of monitoring that answers questions, by its name and its port. */
export type Service = 'metrics:8428' | 'rules:8880' | 'logs:9428';

/** Milliseconds after which no answer comes any more: from a pod that ended while it was asked, for one. */
const LONGEST_ANSWER = 30_000;

/** Asks a service of monitoring through the API server; anything but success is thrown. */
export async function ask(service: Service, path: string): Promise<string> {
  const address = `${inject('api')}/api/v1/namespaces/monitoring/services/${service}/proxy${path}`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(LONGEST_ANSWER) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${service}${path}: ${answer.status} ${text}`);
  return text;
}

/** Asks VictoriaMetrics. */
export async function query(expression: string): Promise<Answer> {
  return JSON.parse(await ask('metrics:8428', `/api/v1/query?query=${encodeURIComponent(expression)}`));
}

/** A line in the store of logs. */
export type Line = Readonly<Record<string, string>>;

/** Asks VictoriaLogs. */
export async function logs(question: string, limit = 100): Promise<readonly Line[]> {
  const text = await ask('logs:9428', `/select/logsql/query?limit=${limit}&query=${encodeURIComponent(question)}`);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
