/**
 * What is kept of sources that give out far more than anybody looks at.
 *
 * An API server of this size gives out some 20,000 series, nine in ten of them buckets of histograms; a kubelet with
 * cAdvisor 3,000 and 40 for each container. What stands here is what rules and dashboards query, and what one looks
 * for after an incident.
 */
export const keptMetrics = {
  apiServer: [
    'apiserver_current_inflight_requests',
    'apiserver_request_terminations_total',
    'apiserver_request_total',
    'apiserver_storage_objects',
    'process_cpu_seconds_total',
    'process_resident_memory_bytes',
    'process_start_time_seconds',
  ],
  kubelet: [
    'kubelet_node_name',
    'kubelet_running_containers',
    'kubelet_running_pods',
    'kubelet_runtime_operations_errors_total',
    'kubelet_volume_stats_available_bytes',
    'kubelet_volume_stats_capacity_bytes',
    'kubelet_volume_stats_used_bytes',
    'process_cpu_seconds_total',
    'process_resident_memory_bytes',
    'process_start_time_seconds',
  ],
  prober: ['probe_duration_seconds', 'probe_http_status_code'],
  containers: [
    'container_cpu_cfs_periods_total',
    'container_cpu_cfs_throttled_periods_total',
    'container_cpu_usage_seconds_total',
    'container_memory_working_set_bytes',
    'container_network_receive_bytes_total',
    'container_network_transmit_bytes_total',
    'container_oom_events_total',
    'machine_cpu_cores',
    'machine_memory_bytes',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
