import type { Board } from './board.ts';
import { figure, graph } from './panels.ts';

/** What the site asks for and what it has. */
export const budget: Board = {
  uid: 'budget',
  title: 'Budget',
  description: 'What is reserved of the nodes and what is used of it; what monitoring itself takes.',
  panels: [
    figure({
      title: 'Processors reserved',
      description: 'Share of the nodes that pods have reserved. What is left is what you can still run.',
      unit: 'percentunit',
      limits: [0.8, 0.95],
      queries: [
        {
          expr:
            'sum(kube_pod_container_resource_requests{resource="cpu"}) / ' +
            'sum(kube_node_status_allocatable{resource="cpu"})',
        },
      ],
    }),
    figure({
      title: 'Memory reserved',
      description: 'Share of the nodes that pods have reserved.',
      unit: 'percentunit',
      limits: [0.8, 0.95],
      queries: [
        {
          expr:
            'sum(kube_pod_container_resource_requests{resource="memory"}) / ' +
            'sum(kube_node_status_allocatable{resource="memory"})',
        },
      ],
    }),
    figure({
      title: 'Series',
      description: 'Different series in the last hour; disk and memory are planned for 20,000.',
      unit: 'short',
      limits: [30_000, 40_000],
      queries: [{ expr: 'max(vm_cache_entries{type="storage/hour_metric_ids"})' }],
    }),
    figure({
      title: 'Disk of metrics and logs',
      description: 'Bytes that both take.',
      unit: 'bytes',
      queries: [
        { expr: 'sum(vm_data_size_bytes)', legend: 'metrics' },
        { expr: 'sum(vl_data_size_bytes{job="logs"})', legend: 'logs' },
      ],
    }),
    graph({
      title: 'Processors reserved by namespace',
      description: 'Cores.',
      unit: 'short',
      stacked: true,
      queries: [
        {
          expr: 'sum by (namespace) (kube_pod_container_resource_requests{resource="cpu"})',
          legend: '{{namespace}}',
        },
      ],
    }),
    graph({
      title: 'Memory reserved by namespace',
      description: 'Bytes.',
      unit: 'bytes',
      stacked: true,
      queries: [
        {
          expr: 'sum by (namespace) (kube_pod_container_resource_requests{resource="memory"})',
          legend: '{{namespace}}',
        },
      ],
    }),
    graph({
      title: 'Memory: used of reserved',
      description: 'Above 100 % a namespace lives on what others have not reserved; far below it reserves too much.',
      unit: 'percentunit',
      queries: [
        {
          expr:
            'sum by (namespace) (container_memory_working_set_bytes) / ' +
            'sum by (namespace) (kube_pod_container_resource_requests{resource="memory"})',
          legend: '{{namespace}}',
        },
      ],
    }),
    graph({
      title: 'Samples by job',
      description: 'Samples of one scrape that are kept; who has the most costs the most disk.',
      unit: 'short',
      stacked: true,
      queries: [{ expr: 'sum by (job) (scrape_samples_post_metric_relabeling)', legend: '{{job}}' }],
    }),
  ],
};
