/** When a Job started. */
export const STARTED = 'kube_job_status_start_time';

/** A series of Jobs, those of CronJobs alone and with the name of theirs. */
export function ofCronJob(series: string): string {
  return `(${series} * on (namespace, job_name) group_left (owner_name) kube_job_owner{owner_kind="CronJob"})`;
}
