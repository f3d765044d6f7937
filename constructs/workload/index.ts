export type { ConfigFiles, Mount, SecretKey } from './pod/files.ts';
export { Check, type Health, type Question } from './pod/health.ts';
export { type Bounds, diskMebibytes, GO_MEMORY_LIMIT, goEnvironment, type Resources } from './pod/resources.ts';
export { type ByClock, Runs } from './runs.ts';
export { Workload } from './workload.ts';
export type { Ending, MetricsEndpoint, NodeAccess, Preparation, WorkloadProps } from './workload-props.ts';
