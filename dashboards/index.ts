import { built } from './board.ts';
import { budget } from './budget.ts';
import { certificates } from './certificates.ts';
import { cluster } from './cluster.ts';
import { edge } from './edge.ts';
import { home } from './home.ts';
import { logs } from './logs.ts';
import { node } from './node.ts';

/** Every dashboard of the platform, as Grafana reads it. */
export const dashboards = [budget, certificates, cluster, edge, home, logs, node].map(built);
