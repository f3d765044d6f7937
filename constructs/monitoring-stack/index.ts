export type { Receivers } from './alerts/index.ts';
export { closedPages } from './closed-pages.ts';
export type { Dashboard } from './dashboards/index.ts';
export { MonitoringStack } from './monitoring-stack.ts';
export type { MonitoringStackProps, MonitoringStorage, OwnedVolume } from './monitoring-stack-props.ts';
export { parts, urlFrom } from './ports.ts';
export type { Alert, DiskAllowance, ExpectedParts } from './rules/index.ts';
