export { diskMebibytes } from './disk.ts';
export { goEnvironment } from './go-memory.ts';
export { Check, type Health } from './health.ts';
export type { Bounds, Resources } from './resources.ts';
export { Runs } from './runs.ts';
export { Workload } from './workload.ts';
export type { ConfigFiles, MetricsEndpoint, Mount, NodeAccess, SecretKey, WorkloadProps } from './workload-props.ts';
