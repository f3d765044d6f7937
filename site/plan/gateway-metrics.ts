import type { Site } from '../site.ts';
import { gatewayAddress } from './subnets.ts';

/** Port at which the gateway gives out its metrics to the nodes: that of node_exporter everywhere. */
export const GATEWAY_METRICS_PORT = 9100;

/**
 * Where the gateway gives out its metrics, inside the cloud network.
 *
 * Only one that `infra/` has built does: whether one that others made does, nobody knows.
 */
export function gatewayMetrics({ cloud, home, infrastructure }: Site): string | undefined {
  return home && infrastructure ? `${gatewayAddress(cloud.network)}:${GATEWAY_METRICS_PORT}` : undefined;
}
