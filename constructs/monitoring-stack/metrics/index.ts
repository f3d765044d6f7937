export { ClusterState } from './cluster-state.ts';
export { MetricsStore, type MetricsStoreProps } from './metrics-store.ts';
