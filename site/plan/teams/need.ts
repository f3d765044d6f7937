import type { ProcessPlan, ServicePlan } from './service-plan.ts';

/** Something of the nodes. */
export interface Amount {
  /** Thousandths of a core. */
  readonly millicores: number;
  readonly memoryMebibytes: number;
  readonly pods: number;
}

/** What a service takes of the nodes. */
export interface Need {
  /** While nothing is replaced: its pods, and one of each that starts by the clock. */
  readonly steady: Amount;

  /** What comes on top while it is released: one more of each that is replaced rolling. */
  readonly release: Amount;

  /**
   * The most that the API server may count at once: the old pod of each that is replaced ends while the next one starts
   * already, and each task runs.
   */
  readonly most: Amount;
}

const NOTHING: Amount = { millicores: 0, memoryMebibytes: 0, pods: 0 };

/** What a service takes of the nodes. */
export function needOf({ web, workers, cron, tasks }: ServicePlan): Need {
  const served = web ? [times(web, web.replicas)] : [];
  const working = Object.values(workers).map((worker) => times(worker, worker.replicas));
  const rolling = [...(web ? [web] : []), ...Object.values(workers).filter(({ single }) => !single)];
  const release = sumOf(rolling.map((process) => times(process, 1)));
  const steady = sumOf([...served, ...working, ...Object.values(cron).map((process) => times(process, 1))]);
  const started = Object.values(tasks).map((process) => times(process, 1));
  return { steady, release, most: sumOf([steady, release, release, ...started]) };
}

/** All of them together. */
export function sumOf(amounts: readonly Amount[]): Amount {
  return amounts.reduce(
    (sum, amount) => ({
      millicores: sum.millicores + amount.millicores,
      memoryMebibytes: sum.memoryMebibytes + amount.memoryMebibytes,
      pods: sum.pods + amount.pods,
    }),
    NOTHING,
  );
}

function times({ size }: ProcessPlan, count: number): Amount {
  return { millicores: size.millicores * count, memoryMebibytes: size.memoryMebibytes * count, pods: count };
}
