import { Cron, Duration } from 'cdk8s';
import { ConcurrencyPolicy, CronJob, type CronJobProps, Job, RestartPolicy } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { STARTING_DEADLINE_SECONDS } from '../../../kubernetes/cron-jobs.ts';
import { type Labels, TASK_LABEL } from '../../../kubernetes/labels.ts';
import { at, refine } from '../../refine.ts';
import type { podOf } from '../pod/pod.ts';
import type { Runs } from '../runs.ts';

type Pod = ReturnType<typeof podOf>;
type ByClock = Extract<Runs, { readonly kind: 'by-clock' }>;
type OnDemand = Extract<Runs, { readonly kind: 'on-demand' }>;

/** How often a failed try is repeated where nobody looks on. */
const TRIES = { restartPolicy: RestartPolicy.NEVER, backoffLimit: 2 } as const;

/** How long what somebody started by hand stays, with its logs on the node, after it has ended. */
const KEPT_TASKS = Duration.days(1);

/** How many tasks that have ended stay at most, of each outcome. */
const TASKS = 10;

/** Once a year, if it were ever due. */
const NEVER = '0 0 1 1 *';

/** What runs once. */
export function once(scope: Construct, pod: Pod): Job {
  return new Job(scope, 'Resource', { ...pod, ...TRIES });
}

/** What runs by the clock. */
export function byClock(scope: Construct, pod: Pod, labels: Labels, { schedule, zone, within }: ByClock): CronJob {
  return cronJob(scope, pod, labels, {
    ...{ ...TRIES, schedule: cronOf(schedule), timeZone: zone, activeDeadline: within },
    ...{ successfulJobsRetained: 1, failedJobsRetained: 2 },
  });
}

/**
 * What somebody starts: a template that is never due.
 *
 * Each of its runs says by a label which task it is, so that it can be compared with its template. A failed one is left
 * alone: whoever started it decides.
 */
export function onDemand(scope: Construct, name: string, pod: Pod, labels: Labels, { within }: OnDemand): CronJob {
  const props = { restartPolicy: RestartPolicy.NEVER, backoffLimit: 0, activeDeadline: within };
  const job = cronJob(
    scope,
    pod,
    { ...labels, [TASK_LABEL]: name },
    {
      ...{ ...props, schedule: cronOf(NEVER), timeZone: 'Etc/UTC', suspend: true, ttlAfterFinished: KEPT_TASKS },
    },
  );
  refine(job, (rendered) => {
    const spec = at(rendered, 'spec');
    spec.successfulJobsHistoryLimit = TASKS;
    spec.failedJobsHistoryLimit = TASKS;
  });
  return job;
}

type Timing = Omit<CronJobProps, keyof Pod | 'concurrencyPolicy' | 'startingDeadline'>;

function cronJob(scope: Construct, pod: Pod, ofJobs: Labels, timing: Timing): CronJob {
  const job = new CronJob(scope, 'Resource', {
    ...{ ...pod, ...timing },
    ...{ concurrencyPolicy: ConcurrencyPolicy.FORBID, startingDeadline: Duration.seconds(STARTING_DEADLINE_SECONDS) },
  });
  refine(job, (rendered) => {
    at(rendered, 'spec', 'jobTemplate').metadata = { labels: { ...ofJobs } };
  });
  return job;
}

function cronOf(schedule: string): Cron {
  const [minute, hour, day, month, weekDay] = schedule.trim().split(/\s+/) as [string, string, string, string, string];
  return Cron.schedule({ minute, hour, day, month, weekDay });
}
