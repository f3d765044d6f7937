import budget from './budget.json';
import certificates from './certificates.json';
import cluster from './cluster.json';
import edge from './edge.json';
import home from './home.json';
import logs from './logs.json';
import node from './node.json';

/** A dashboard as Grafana exports it. */
export interface Dashboard {
  /** Never changes: links and bookmarks contain it. */
  readonly uid: string;
  readonly title: string;
  readonly [field: string]: unknown;
}

/** The dashboards that every site has; `dashboards/` states them as code, `npm run dashboards` writes these files. */
export const platformDashboards: readonly Dashboard[] = [budget, certificates, cluster, edge, home, logs, node];
