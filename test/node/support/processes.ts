import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Pod } from '../../cluster/support/objects.ts';

/** What the kernel says of a process. */
export interface ProcessStatus {
  readonly uid: number;
  readonly gid: number;

  /** Its effective capabilities, a bit each. */
  readonly capabilities: bigint;
  readonly noNewPrivileges: boolean;
  readonly seccomp: 'none' | 'strict' | 'filter';
  readonly rootIsReadOnly: boolean;

  /** The most memory that it had at once, its own text included. */
  readonly residentMebibytes: number;
}

/** A process of a container. */
export interface ContainerProcess {
  readonly container: string;
  readonly pid: number;
  readonly status: ProcessStatus;
}

/** The processes of a pod's containers, as the node sees them. */
export function processesOf(pod: Pod): ContainerProcess[] {
  const containers = (pod.status.containerStatuses ?? []).flatMap(({ name, containerID = '' }) => {
    const id = containerID.split('//')[1];
    return id ? [{ name, id }] : [];
  });
  return pids().flatMap((pid) => {
    const groups = read(pid, 'cgroup');
    const container = containers.find(({ id }) => groups.includes(id));
    return container ? [{ container: container.name, pid, status: statusOf(pid) }] : [];
  });
}

/** The number of the one process of a program that runs on the node, or beside it. */
export function processOf(program: string): number {
  const [found, ...more] = pids().filter((pid) => basename(read(pid, 'cmdline').split('\0')[0] ?? '') === program);
  if (!found || more.length > 0) throw new Error(`${program} runs ${found ? more.length + 1 : 0} times, not once`);
  return found;
}

function pids(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

const SECCOMP = ['none', 'strict', 'filter'] as const;

function statusOf(pid: number): ProcessStatus {
  const text = read(pid, 'status');
  const field = (name: string) => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(text)?.[1] ?? '';
  const root = read(pid, 'mountinfo')
    .split('\n')
    .find((line) => line.split(' ')[4] === '/');
  return {
    uid: Number(field('Uid')),
    gid: Number(field('Gid')),
    capabilities: BigInt(`0x${field('CapEff') || '0'}`),
    noNewPrivileges: field('NoNewPrivs') === '1',
    seccomp: SECCOMP[Number(field('Seccomp'))] ?? 'none',
    residentMebibytes: Number(field('VmHWM')) / 1024,
    rootIsReadOnly: root?.split(' ')[5]?.split(',')[0] === 'ro',
  };
}

/** A file about a process; nothing once it has ended. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
