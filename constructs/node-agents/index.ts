export { LogCollector, type LogCollectorProps } from './log-collector.ts';
export { nodeAgentsPart } from './node-agents-part.ts';
export { NodeMetrics } from './node-metrics.ts';
