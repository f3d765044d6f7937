import { ofCronJob, STARTED } from '../../rules/jobs.ts';
import { lateAfter, numbers } from '../numbers.ts';
import { type AlertsOf, namespaceOf, OF_SERVICE, whose } from './alert.ts';

const LAST_SUCCESS = `max by (service, owner_name) (${ofCronJob(`kube_job_status_completion_time{${OF_SERVICE}}`)})`;

const FAILED = ofCronJob(`(kube_job_failed{${OF_SERVICE},condition="true"} == 1)`);

/** Whether what starts by the clock ends well, and in time. */
export const cron: AlertsOf = (team) => {
  const late = numbers('cronjob', lateAfter(team));
  if (!late) return [];
  const namespace = namespaceOf(team);
  return [
    {
      alert: 'CronLate',
      // One that has never succeeded counts from when it was made.
      expr:
        `time() - max by (service, cronjob) (kube_cronjob_status_last_successful_time{${OF_SERVICE}} ` +
        `or on (cronjob) kube_cronjob_created{${OF_SERVICE}}) > on (cronjob) group_left () ${late}`,
      for: '5m',
      severity: 'warning',
      summary: `{{ $labels.cronjob }} of ${whose(team)} has not succeeded for {{ $value | humanizeDuration }}`,
      runbook: `kubectl get jobs -n ${namespace} -l service={{ $labels.service }} shows its last runs, kubectl describe cronjob why there is none. Is it suspended, or does a run take too long?`,
    },
    {
      alert: 'CronFailed',
      expr:
        `label_replace(max by (service, owner_name) (${FAILED} ` +
        `unless on (job_name) (${ofCronJob(`${STARTED}{${OF_SERVICE}}`)} < on (owner_name) group_left () ${LAST_SUCCESS})), ` +
        '"cronjob", "$1", "owner_name", "(.+)")',
      for: '1m',
      severity: 'warning',
      summary: `A run of {{ $labels.cronjob }} of ${whose(team)} has failed`,
      runbook: `kubectl logs -n ${namespace} -l service={{ $labels.service }} tells why, or the logs in Grafana once its pod is gone. The alert ends when a later run succeeds.`,
    },
  ];
};
