import { type Cases, fires, silent } from './case.ts';

const NODE = { job: 'node-metrics', instance: 'a' };
const NODE_TEXT = 'job="node-metrics",instance="a"';

const GIB = 1024 ** 3;

/** A disk of this many gibibytes, of which so many are free: by default the smallest of a node, 36 GiB. */
const disk = (free: number, size = 36, of = `${NODE_TEXT},mountpoint="/"`) => ({
  [`node_filesystem_avail_bytes{${of},fstype="xfs"}`]: `${free * GIB}x30`,
  [`node_filesystem_size_bytes{${of},fstype="xfs"}`]: `${size * GIB}x30`,
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
      'on a node before metrics and logs are no longer kept and pods are ended',
      '20m',
      disk(7.2),
      { ...NODE, mountpoint: '/', fstype: 'xfs' },
      'a has 20% left on /',
    ),
    fires(
      'on a large node as long before that, not by a share of it',
      '20m',
      disk(17, 100),
      { ...NODE, mountpoint: '/', fstype: 'xfs' },
      'a has 17% left on /',
    ),
    silent('on a node with what its plan leaves', '20m', disk(8)),
    silent('on a large node with what its plan leaves', '20m', disk(18, 100)),
    fires(
      'on a machine at home that has a tenth left',
      '20m',
      disk(10, 100, 'job="home",instance="nas",mountpoint="/mnt"'),
      { job: 'home', instance: 'nas', mountpoint: '/mnt', fstype: 'xfs' },
      'nas has 10% left on /mnt',
    ),
    silent(
      'on a machine at home that has a fifth left',
      '20m',
      disk(20, 100, 'job="home",instance="nas",mountpoint="/"'),
    ),
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

/** A machine that is measured for eight days at these shares of its processors and memory, and bytes in a second. */
const week = (cpu: number, memory: number, network: number, of = NODE_TEXT) => ({
  [`node:cpu_busy:ratio{${of}}`]: `${cpu}x11520`,
  [`node:memory_used:ratio{${of}}`]: `${memory}x11520`,
  [`node:network:bytes_per_second{${of}}`]: `${network}x11520`,
});

const GATEWAY = { job: 'gateway', instance: 'gateway' };
const gatewayWeek = (cpu: number, memory: number, network: number) =>
  week(cpu, memory, network, 'job="gateway",instance="gateway"');

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
    silent('when the gateway is idle, which has an alert of its own', '180h', gatewayWeek(0.05, 0.1, 1000)),
  ],
  GatewayMayBeReclaimed: [
    fires(
      'when processors and network are idle for a week, whatever its memory does',
      '180h',
      gatewayWeek(0.05, 0.6, 1000),
      GATEWAY,
      'The gateway has been idle for a week: Oracle may stop it, and home and kubectl with it',
    ),
    silent('when processors are in use', '180h', gatewayWeek(0.3, 0.6, 1000)),
    silent('when a quarter of its network is in use', '180h', gatewayWeek(0.05, 0.6, 15_000_000)),
    silent('in its first days', '72h', gatewayWeek(0.05, 0.6, 1000)),
    silent('when a node is idle', '180h', week(0.05, 0.1, 1000)),
  ],
};
