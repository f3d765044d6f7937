import { readdirSync, readFileSync } from 'node:fs';

/** What a controller of Argo CD has used since it started. */
export interface Use {
  readonly name: string;

  /** The most memory that it had at once, in MiB. */
  readonly memory: number;

  /** Seconds of a processor. */
  readonly processor: number;
}

/** Clock ticks in a second, as `getconf CLK_TCK` tells on every machine of today. */
const TICKS = 100;

/** The controllers of Argo CD that run beside the cluster of `KUBECONFIG`, and what they have used. */
export function controllers(): Use[] {
  const folder = (process.env.KUBECONFIG ?? '').replace(/\/[^/]+$/, '');
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      const [name = '', ...words] = read(pid, 'cmdline').split('\0');
      const part = /argocd-[a-z-]+$/.exec(name)?.[0];
      const isOurs = `${words.join(' ')} ${read(pid, 'environ')}`.includes(folder);
      return part && isOurs ? [{ name: part, memory: memoryOf(pid), processor: processorOf(pid) }] : [];
    });
}

function memoryOf(pid: string): number {
  return Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(read(pid, 'status'))?.[1] ?? 0) / 1024);
}

function processorOf(pid: string): number {
  const fields = read(pid, 'stat')
    .replace(/^.*\) /, '')
    .split(' ');
  return Math.round((Number(fields[11]) + Number(fields[12])) / TICKS);
}

/** A file about a process; nothing once it has ended. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
