import { readdirSync, readFileSync } from 'node:fs';

/** The most memory, in mebibytes, that any process of a group has had so far, as Linux counts it. */
export function largestProcess(group: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return Math.max(0, ...pids.filter((pid) => groupOf(pid) === group).map(peakOf));
}

/** The group stands behind the name of the program, which is in brackets and may hold anything, the state and the parent. */
function groupOf(pid: string): number | undefined {
  const [, rest = ''] = /^.*\) (.*)$/s.exec(textOf(`/proc/${pid}/stat`)) ?? [];
  return Number(rest.split(' ')[2]);
}

function peakOf(pid: string): number {
  const [, kibibytes = '0'] = /^VmHWM:\s*(\d+) kB$/m.exec(textOf(`/proc/${pid}/status`)) ?? [];
  return Number(kibibytes) / 1024;
}

/** Empty where the process has just ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
