export { MonitoringStack } from './monitoring-stack.ts';
export type { MonitoringStackProps } from './monitoring-stack-props.ts';
