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

/** The dashboards that every stack has; `dashboards/` states them as code, `npm run dashboards` writes these files. */
export const commonDashboards: readonly Dashboard[] = [budget, certificates, cluster, edge, logs, node];

/** The dashboard of home, made in the same manner. */
export const homeDashboard: Dashboard = home;
