/**
 * Names and ports under which the parts of monitoring find one another.
 *
 * Every part is called by its purpose, so that dashboards, rules and documents outlive a change of program.
 */
export const parts = {
  metrics: { name: 'metrics', port: 8428 },
  rules: { name: 'rules', port: 8880 },
  alerts: { name: 'alerts', port: 9093 },
  dashboards: { name: 'dashboards', port: 3000 },
  clusterState: { name: 'cluster-state', port: 8080 },
  logs: { name: 'logs', port: 9428 },
  prober: { name: 'prober', port: 9115 },
  nodeMetrics: { name: 'node-metrics', port: 9100 },
  logCollector: { name: 'log-collector', port: 9429 },
} as const;

/** A part of monitoring. */
export type Part = (typeof parts)[keyof typeof parts];

/** Where a part answers, for a process in the same namespace. */
export function addressOf({ name, port }: Part): string {
  return `${name}:${port}`;
}

/** The same as an address of HTTP. */
export function urlOf(part: Part): string {
  return `http://${addressOf(part)}`;
}

/** Where a part answers, for a process in another namespace. */
export function urlFrom({ name, port }: Part, namespace: string): string {
  return `http://${name}.${namespace}.svc:${port}`;
}
