export { LogCollector, type LogCollectorProps } from './log-collector.ts';
export { NodeMetrics } from './node-metrics.ts';
