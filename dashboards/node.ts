import type { Board } from './board.ts';
import { machinePanels } from './machines.ts';
import { figure } from './panels.ts';

const WEEK = '{job="node-metrics",instance=~"$instance"}[7d]';

/** The cluster's nodes. */
export const node: Board = {
  uid: 'node',
  title: 'Node',
  description:
    'The machines of the cluster: processors, memory, disks, network, and whether Oracle may call them idle.',
  choices: [{ name: 'instance', label: 'Node', query: 'label_values(up{job="node-metrics"}, instance)' }],
  panels: [
    ...machinePanels('job="node-metrics",instance=~"$instance"'),
    figure({
      title: 'Processors over a week',
      description: 'The 95th percentile; idle below 20 %, if memory and network are too.',
      unit: 'percentunit',
      width: 8,
      queries: [{ expr: `quantile_over_time(0.95, node:cpu_busy:ratio${WEEK})`, legend: '{{instance}}' }],
    }),
    figure({
      title: 'Memory over a week',
      description: 'The 95th percentile; idle below 20 %, if processors and network are too.',
      unit: 'percentunit',
      width: 8,
      queries: [{ expr: `quantile_over_time(0.95, node:memory_used:ratio${WEEK})`, legend: '{{instance}}' }],
    }),
    figure({
      title: 'Network over a week',
      description: 'The 95th percentile of bytes in a second; the machine has 125 MB/s for each OCPU.',
      unit: 'Bps',
      width: 8,
      queries: [{ expr: `quantile_over_time(0.95, node:network:bytes_per_second${WEEK})`, legend: '{{instance}}' }],
    }),
  ],
};
