import { pods } from './ready.ts';

/** How often each container was started: `monitoring/metrics-x metrics`. */
export type Restarts = Readonly<Record<string, number>>;

/** How often each container of the cluster was started again. */
export function restarts(): Restarts {
  return Object.fromEntries(
    pods().flatMap(({ metadata, status }) =>
      (status.containerStatuses ?? []).map(({ name, restartCount = 0 }): [string, number] => [
        `${metadata.namespace}/${metadata.name} ${name}`,
        restartCount,
      ]),
    ),
  );
}

/** The containers that were started again since, and how often; without an earlier count, all that ever were. */
export function restarted(before: Restarts = {}): Restarts {
  const more = Object.entries(restarts()).map(([name, count]): [string, number] => [name, count - (before[name] ?? 0)]);
  return Object.fromEntries(more.filter(([, count]) => count > 0));
}
