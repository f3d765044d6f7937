import { CronExpressionParser } from 'cron-parser';
import { kindOf } from '../../kubernetes/kinds.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import type { PolicyContext } from '../context/context.ts';
import { replicasOf } from '../context/replicas.ts';

/** The most pods of a workload that run when nothing is being replaced. */
export function countOf(subject: Manifest, context: PolicyContext): number {
  const { most } = replicasOf(subject, context);
  return kindOf(subject.object) === 'CronJob.batch' ? most * overlap(subject) : most;
}

interface Rolling {
  readonly strategy?: Strategy;
  readonly updateStrategy?: Strategy;
}

interface Strategy {
  readonly type?: string;
  readonly rollingUpdate?: { readonly maxSurge?: number | string };
}

/** What Kubernetes takes where nothing is stated. */
const DEFAULT_SURGE: Readonly<Record<string, number | string>> = { 'Deployment.apps': '25%', 'DaemonSet.apps': 0 };

/** How many pods run besides while a workload is being replaced; parts of a pod are rounded up. */
export function surgeOf({ object }: Manifest, count: number): number {
  const fallback = DEFAULT_SURGE[kindOf(object)];
  const { strategy, updateStrategy } = (object.spec ?? {}) as Rolling;
  const { type = 'RollingUpdate', rollingUpdate } = strategy ?? updateStrategy ?? {};
  if (fallback === undefined || type !== 'RollingUpdate') return 0;
  const surge = rollingUpdate?.maxSurge ?? fallback;
  return typeof surge === 'number' ? surge : Math.ceil((Number.parseFloat(surge) / 100) * count);
}

interface CronSpec {
  readonly schedule: string;
  readonly concurrencyPolicy?: string;
  readonly jobTemplate?: { readonly spec?: { readonly activeDeadlineSeconds?: number } };
}

/** Starts that are looked at to find the shortest time between two of them. */
const LOOKED_AT = 400;

/** Runs of a job that nothing ends: one more than one shows that they pile up. */
const WITHOUT_END = 2;

/** How many runs of a CronJob there can be at a time. */
function overlap({ object }: Manifest): number {
  const { schedule, concurrencyPolicy = 'Allow', jobTemplate } = object.spec as unknown as CronSpec;
  if (concurrencyPolicy !== 'Allow') return 1;
  const longest = jobTemplate?.spec?.activeDeadlineSeconds;
  return longest === undefined ? WITHOUT_END : Math.ceil(longest / shortestPause(schedule));
}

/** Seconds between the two starts that lie closest together. */
function shortestPause(schedule: string): number {
  const times = CronExpressionParser.parse(schedule, { currentDate: '2026-01-01T00:00:00Z', tz: 'UTC' });
  const starts = times.take(LOOKED_AT).map((start) => start.getTime() / 1000);
  return Math.min(...starts.slice(1).map((start, index) => start - (starts[index] as number)));
}
