import { Size } from 'cdk8s';
import { parts, urlFrom } from '../constructs/monitoring-stack/index.ts';
import { LogCollector, NodeMetrics } from '../constructs/node-agents/index.ts';
import { platformNamespaces, WAITING_LOGS } from '../site/plan/index.ts';
import type { Build } from './folder.ts';

/** What runs on every node for the sake of monitoring. */
export const buildNodeAgents: Build = (chart, { storage }) => {
  new NodeMetrics(chart, 'Node metrics');
  new LogCollector(chart, 'Log collector', {
    store: urlFrom(parts.logs, platformNamespaces.monitoring.name),
    positions: storage.logPositions,
    waiting: Size.mebibytes(WAITING_LOGS.mebibytes),
  });
};
