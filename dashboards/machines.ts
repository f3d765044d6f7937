import { graph } from './panels.ts';

/**
 * Panels over machines that run node_exporter, in the cluster or at home.
 *
 * @param which matchers that choose them: `job="home",instance=~"$instance"`
 */
export function machinePanels(which: string) {
  return [...computePanels(which), ...diskPanels(which), ...networkPanels(which)];
}

function computePanels(which: string) {
  return [
    graph({
      title: 'Processors',
      description: 'Share of all processors that is busy. Above 90 % for long, everything waits.',
      unit: 'percentunit',
      max: 1,
      queries: [{ expr: `node:cpu_busy:ratio{${which}}`, legend: '{{instance}}' }],
    }),
    graph({
      title: 'Memory',
      description: 'Share of memory that cannot be given away. Above 90 % processes are about to be killed.',
      unit: 'percentunit',
      max: 1,
      queries: [{ expr: `node:memory_used:ratio{${which}}`, legend: '{{instance}}' }],
    }),
    graph({
      title: 'Load',
      description:
        'Processes that run or wait for a processor or a disk; more than there are processors means waiting.',
      unit: 'short',
      queries: [{ expr: `node_load5{${which}}`, legend: '{{instance}}' }],
    }),
  ];
}

function diskPanels(which: string) {
  const disk = `${which},fstype=~"btrfs|ext4|f2fs|xfs|zfs"`;
  return [
    graph({
      title: 'Disks',
      description: 'Share of each disk that is taken. Kubernetes evicts pods above 90 %.',
      unit: 'percentunit',
      max: 1,
      queries: [
        {
          expr: `1 - node_filesystem_avail_bytes{${disk}} / node_filesystem_size_bytes{${disk}}`,
          legend: '{{instance}} {{mountpoint}}',
        },
      ],
    }),
    graph({
      title: 'Disk activity',
      description: 'Bytes that are read and written in a second.',
      unit: 'Bps',
      queries: [
        { expr: `sum by (instance) (rate(node_disk_read_bytes_total{${which}}[5m]))`, legend: '{{instance}} read' },
        {
          expr: `sum by (instance) (rate(node_disk_written_bytes_total{${which}}[5m]))`,
          legend: '{{instance}} written',
        },
      ],
    }),
  ];
}

function networkPanels(which: string) {
  return [
    graph({
      title: 'Network',
      description: 'Bytes that come in and go out in a second, over all interfaces.',
      unit: 'Bps',
      queries: [
        { expr: `sum by (instance) (rate(node_network_receive_bytes_total{${which}}[5m]))`, legend: '{{instance}} in' },
        {
          expr: `sum by (instance) (rate(node_network_transmit_bytes_total{${which}}[5m]))`,
          legend: '{{instance}} out',
        },
      ],
    }),
  ];
}
