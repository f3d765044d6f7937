export { ResourceMetrics } from './resource-metrics.ts';
