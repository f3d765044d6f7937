import { type Cases, fires, silent } from './case.ts';

const NODE = { job: 'node-metrics', instance: 'a' };
const NODE_TEXT = 'job="node-metrics",instance="a"';

const disk = (free: string) => ({
  [`node_filesystem_avail_bytes{${NODE_TEXT},mountpoint="/",fstype="xfs"}`]: free,
  [`node_filesystem_size_bytes{${NODE_TEXT},mountpoint="/",fstype="xfs"}`]: '100x30',
});

export const node: Cases = {
  NodeMemoryLow: [
    fires(
      'when five percent are left',
      '25m',
      {
        [`node_memory_MemAvailable_bytes{${NODE_TEXT}}`]: '5x30',
        [`node_memory_MemTotal_bytes{${NODE_TEXT}}`]: '100x30',
      },
      NODE,
      'a uses 95% of its memory',
    ),
    silent('when a fifth is left', '25m', {
      [`node_memory_MemAvailable_bytes{${NODE_TEXT}}`]: '20x30',
      [`node_memory_MemTotal_bytes{${NODE_TEXT}}`]: '100x30',
    }),
  ],
  NodeCpuBusy: [
    fires(
      'when all cores are busy for long',
      '50m',
      { [`node_cpu_seconds_total{${NODE_TEXT},cpu="0",mode="idle"}`]: '0+3x60' },
      NODE,
      'a has been 95% busy for half an hour',
    ),
    silent('when they are half idle', '50m', {
      [`node_cpu_seconds_total{${NODE_TEXT},cpu="0",mode="idle"}`]: '0+30x60',
    }),
    silent('for some minutes only', '50m', {
      [`node_cpu_seconds_total{${NODE_TEXT},cpu="0",mode="idle"}`]: '0+30x40 1203+3x20',
    }),
  ],
  NodeDiskFilling: [
    fires(
      'when a disk has ten percent left',
      '20m',
      disk('10x30'),
      { ...NODE, mountpoint: '/', fstype: 'xfs' },
      'a has 10% left on /',
    ),
    silent('when a third is left', '20m', disk('33x30')),
    silent('for what is no disk', '20m', {
      [`node_filesystem_avail_bytes{${NODE_TEXT},mountpoint="/run",fstype="tmpfs"}`]: '1x30',
      [`node_filesystem_size_bytes{${NODE_TEXT},mountpoint="/run",fstype="tmpfs"}`]: '100x30',
    }),
  ],
  NodeClockOff: [
    fires(
      'when the clock is off and nobody sets it',
      '40m',
      {
        [`node_timex_offset_seconds{${NODE_TEXT}}`]: '0.5x40',
        [`node_timex_sync_status{${NODE_TEXT}}`]: '0x40',
      },
      NODE,
      'The clock of a is 500ms off and not being set',
    ),
    silent('while it is being set', '40m', {
      [`node_timex_offset_seconds{${NODE_TEXT}}`]: '0.5x40',
      [`node_timex_sync_status{${NODE_TEXT}}`]: '1x40',
    }),
  ],
};

/** A node that is measured for eight days at these shares of its processors and memory, and bytes in a second. */
const week = (cpu: number, memory: number, network: number) => ({
  [`node:cpu_busy:ratio{${NODE_TEXT}}`]: `${cpu}x11520`,
  [`node:memory_used:ratio{${NODE_TEXT}}`]: `${memory}x11520`,
  [`node:network:bytes_per_second{${NODE_TEXT}}`]: `${network}x11520`,
});

export const freeTier: Cases = {
  FreeTierReclaimRisk: [
    fires(
      'when all three are idle for a week',
      '180h',
      week(0.05, 0.1, 1000),
      NODE,
      'a has been idle for a week: Oracle may take it back',
    ),
    silent('when memory is in use', '180h', week(0.05, 0.4, 1000)),
    silent('when processors are in use', '180h', week(0.5, 0.1, 1000)),
    silent('when the network is in use', '180h', week(0.05, 0.1, 100_000_000)),
    silent('in the first days of a node', '72h', week(0.05, 0.1, 1000)),
  ],
};

/** Cases by the group of rules to which their alerts belong. */
