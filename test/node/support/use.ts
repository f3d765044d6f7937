import { quantity } from '../../../kubernetes/quantities.ts';
import { query } from './ask.ts';
import { pace } from './pace.ts';
import { type ContainerProcess, processesOf } from './processes.ts';
import { pods } from './ready.ts';

/** What a container requests and what it used, in thousandths of a core and in MiB. */
export interface Use {
  /** Its namespace and its name: `monitoring/metrics`. */
  readonly container: string;
  readonly cpu: { readonly requested: number; readonly used: number };

  /**
   * Used is the most that it had at once, without what the kernel could take back; resident is the most that its processes
   * had, the program's own text included, which a node that was just started counts as used.
   */
  readonly memory: Readonly<Record<'requested' | 'limit' | 'used' | 'resident', number>>;
}

type Amounts = Readonly<Record<'cpu' | 'memory', string>>;

interface Requesting {
  readonly name: string;
  readonly resources: { readonly requests: Amounts; readonly limits: Amounts };
}

const MIB = 1024 ** 2;

/** Whether every target has been looked at as often as use is measured over, by what is the same pod as now. */
export async function isMeasured(): Promise<boolean> {
  const looks = `min(count_over_time(up{job!~"home.*"}[${WINDOW}]))`;
  const { data } = await query(looks);
  return Number(data.result[0]?.value[1] ?? 0) >= pace.scrapes;
}

/** Time over which use is measured: as many looks as are stated, and a little for those that came late. */
const WINDOW = `${Math.ceil(pace.scrapes * pace.scrape * 1.5)}s`;

/** What every container of the cluster requests and uses, by namespace and name. */
export async function useOfContainers(): Promise<Use[]> {
  const cpu = await byPod(`rate(container_cpu_usage_seconds_total[${WINDOW}])`);
  const memory = await byPod(`max_over_time(container_memory_working_set_bytes[${WINDOW}])`);
  return pods()
    .flatMap((pod) => {
      const { metadata, spec } = pod;
      const processes = processesOf(pod);
      return (spec.containers as unknown as readonly Requesting[]).map(({ name, resources: { requests, limits } }) => {
        const key = `${metadata.namespace}/${metadata.name}/${name}`;
        return {
          container: `${metadata.namespace}/${name}`,
          cpu: { requested: of(requests.cpu) * 1000, used: (cpu.get(key) ?? 0) * 1000 },
          memory: {
            requested: of(requests.memory) / MIB,
            limit: of(limits.memory) / MIB,
            used: (memory.get(key) ?? 0) / MIB,
            resident: residentOf(processes, name),
          },
        };
      });
    })
    .sort((one, other) => one.container.localeCompare(other.container, 'en'));
}

/** The rows of the table in docs/budget.md. */
export function useTable(uses: readonly Use[]): string {
  const rows = uses.map(({ container, cpu, memory }) => [
    `\`${container}\``,
    `${cpu.requested}m`,
    `${cpu.used.toFixed(1)}m`,
    `${memory.requested}Mi`,
    `${Math.round(memory.used)}Mi`,
    `${Math.round(memory.resident)}Mi`,
    `${memory.limit}Mi`,
  ]);
  const head = [
    'container',
    'CPU requested',
    'CPU used',
    'memory requested',
    'memory used',
    'resident',
    'memory limit',
  ];
  const rule = ['---', ...head.slice(1).map(() => '---:')];
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function residentOf(processes: readonly ContainerProcess[], name: string): number {
  return processes
    .filter(({ container }) => container === name)
    .reduce((sum, { status }) => sum + status.residentMebibytes, 0);
}

async function byPod(expression: string): Promise<Map<string, number>> {
  const { data } = await query(`max by (namespace, pod, container) (${expression})`);
  return new Map(
    data.result.map(({ metric, value }) => [`${metric.namespace}/${metric.pod}/${metric.container}`, Number(value[1])]),
  );
}

function of(amount: string): number {
  return quantity(amount) ?? Number.NaN;
}
