export type { ConfigFiles, Mount, SecretKey } from './files.ts';
export { Check, type Health } from './health.ts';
export { type Bounds, diskMebibytes, goEnvironment, type Resources } from './resources.ts';
export { Workload } from './workload.ts';
export { type MetricsEndpoint, type NodeAccess, type Preparation, Runs, type WorkloadProps } from './workload-props.ts';
