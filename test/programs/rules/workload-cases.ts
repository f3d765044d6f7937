import { type Cases, fires, silent } from './case.ts';
import { evicted } from './evicted-cases.ts';

const POD = { namespace: 'shop-prod', pod: 'shop-1', container: 'shop' };
const POD_TEXT = 'namespace="shop-prod",pod="shop-1",container="shop"';

/** A Job of the CronJob `backup` that began then. */
const started = (run: string, at: number) => ({
  [`kube_job_owner{namespace="shop-prod",job_name="backup-${run}",owner_kind="CronJob",owner_name="backup"}`]: '1x5',
  [`kube_job_status_start_time{namespace="shop-prod",job_name="backup-${run}"}`]: `${at}x5`,
});

/** One that came to its end. */
const backup = (run: string, at: number, end: number) => ({
  ...started(run, at),
  [`kube_job_status_completion_time{namespace="shop-prod",job_name="backup-${run}"}`]: `${end}x5`,
});

/** One that did not. */
const failedBackup = (run: string, at: number) => ({
  ...started(run, at),
  [`kube_job_failed{namespace="shop-prod",job_name="backup-${run}",condition="true"}`]: '1x5',
});

export const workloads: Cases = {
  PodCrashLooping: [
    fires(
      'when a container ends again and again',
      '15m',
      { [`kube_pod_container_status_waiting_reason{${POD_TEXT},reason="CrashLoopBackOff"}`]: '1x15' },
      { ...POD, reason: 'CrashLoopBackOff' },
      'shop in shop-prod/shop-1 ends again and again',
    ),
    silent('for a service of a team, which has an alert of its own', '15m', {
      [`kube_pod_container_status_waiting_reason{${POD_TEXT},reason="CrashLoopBackOff",service="shop"}`]: '1x15',
    }),
    fires(
      'for what somebody made by hand in the namespace of a team, whose alert it is',
      '15m',
      {
        [`kube_pod_container_status_waiting_reason{${POD_TEXT},reason="CrashLoopBackOff",team="shop",environment="prod"}`]:
          '1x15',
      },
      { ...POD, reason: 'CrashLoopBackOff', team: 'shop', environment: 'prod' },
      'shop in shop-prod/shop-1 ends again and again',
    ),
    silent('when it is only being created', '15m', {
      [`kube_pod_container_status_waiting_reason{${POD_TEXT},reason="ContainerCreating"}`]: '1x15',
    }),
  ],
  PodNotRunning: [
    fires(
      'when a pod finds no place',
      '20m',
      { 'kube_pod_status_phase{namespace="shop-prod",pod="shop-1",phase="Pending"}': '1x20' },
      { namespace: 'shop-prod', pod: 'shop-1' },
      'shop-prod/shop-1 has not been running for a quarter of an hour',
    ),
    fires(
      'when a pod of a team finds no place, whose alert it is',
      '20m',
      {
        'kube_pod_status_phase{namespace="shop-prod",pod="shop-1",phase="Pending",team="shop",environment="prod"}':
          '1x20',
      },
      { namespace: 'shop-prod', pod: 'shop-1', team: 'shop', environment: 'prod' },
      'shop-prod/shop-1 has not been running for a quarter of an hour',
    ),
    silent('for a service of a team, which has alerts of its own', '20m', {
      'kube_pod_status_phase{namespace="shop-prod",pod="shop-1",phase="Pending",service="shop"}': '1x20',
    }),
    silent('when it has failed, as one that was evicted stays', '20m', {
      'kube_pod_status_phase{namespace="shop-prod",pod="shop-1",phase="Pending"}': '0x20',
      'kube_pod_status_phase{namespace="shop-prod",pod="shop-1",phase="Failed"}': '1x20',
    }),
    silent('when it has done its work', '20m', {
      'kube_pod_status_phase{namespace="shop-prod",pod="shop-1",phase="Pending"}': '0x20',
      'kube_pod_status_phase{namespace="shop-prod",pod="shop-1",phase="Succeeded"}': '1x20',
    }),
    silent('when it runs', '20m', {
      'kube_pod_status_phase{namespace="shop-prod",pod="shop-1",phase="Pending"}': '0x20',
      'kube_pod_status_phase{namespace="shop-prod",pod="shop-1",phase="Running"}': '1x20',
    }),
  ],
  PodEvicted: evicted,
  ContainerOutOfMemory: [
    fires(
      'when a container was killed at its limit',
      '10m',
      {
        [`kube_pod_container_status_restarts_total{${POD_TEXT}}`]: '0x8 1x2',
        [`kube_pod_container_status_last_terminated_reason{${POD_TEXT},reason="OOMKilled"}`]: '0x8 1x2',
      },
      POD,
      'shop in shop-prod/shop-1 was killed at its memory limit',
    ),
    silent('when it ended for another reason', '10m', {
      [`kube_pod_container_status_restarts_total{${POD_TEXT}}`]: '0x8 1x2',
      [`kube_pod_container_status_last_terminated_reason{${POD_TEXT},reason="OOMKilled"}`]: '0x10',
    }),
    silent('when that was long ago', '60m', {
      [`kube_pod_container_status_restarts_total{${POD_TEXT}}`]: '0x8 1x52',
      [`kube_pod_container_status_last_terminated_reason{${POD_TEXT},reason="OOMKilled"}`]: '0x8 1x52',
    }),
  ],
  DeploymentIncomplete: [
    fires(
      'when one of two pods serves',
      '20m',
      {
        'kube_deployment_status_replicas_available{namespace="shop-prod",deployment="shop"}': '1x20',
        'kube_deployment_spec_replicas{namespace="shop-prod",deployment="shop"}': '2x20',
      },
      { namespace: 'shop-prod', deployment: 'shop' },
      'shop-prod/shop has 1 pods that serve, fewer than it should',
    ),
    silent('for a service of a team, which has an alert of its own', '20m', {
      'kube_deployment_status_replicas_available{namespace="shop-prod",deployment="shop",service="shop"}': '1x20',
      'kube_deployment_spec_replicas{namespace="shop-prod",deployment="shop",service="shop"}': '2x20',
    }),
    silent('when both serve', '20m', {
      'kube_deployment_status_replicas_available{namespace="shop-prod",deployment="shop"}': '2x20',
      'kube_deployment_spec_replicas{namespace="shop-prod",deployment="shop"}': '2x20',
    }),
  ],
  StatefulSetIncomplete: [
    fires(
      'when the controller of Argo CD has been down for three hours',
      '3h',
      {
        'kube_statefulset_status_replicas_ready{namespace="argocd",statefulset="argocd-application-controller"}':
          '0x190',
        'kube_statefulset_replicas{namespace="argocd",statefulset="argocd-application-controller"}': '1x190',
      },
      { namespace: 'argocd', statefulset: 'argocd-application-controller' },
      'argocd/argocd-application-controller has 0 pods that serve, fewer than it should',
    ),
    silent('when it serves', '20m', {
      'kube_statefulset_status_replicas_ready{namespace="argocd",statefulset="argocd-application-controller"}': '1x20',
      'kube_statefulset_replicas{namespace="argocd",statefulset="argocd-application-controller"}': '1x20',
    }),
    silent('when it is to have none', '20m', {
      'kube_statefulset_status_replicas_ready{namespace="shop-prod",statefulset="database"}': '0x20',
      'kube_statefulset_replicas{namespace="shop-prod",statefulset="database"}': '0x20',
    }),
  ],
  DaemonSetIncomplete: [
    fires(
      'when one of two nodes collects no logs',
      '20m',
      {
        'kube_daemonset_status_number_available{namespace="agents",daemonset="log-collector"}': '1x20',
        'kube_daemonset_status_desired_number_scheduled{namespace="agents",daemonset="log-collector"}': '2x20',
      },
      { namespace: 'agents', daemonset: 'log-collector' },
      'agents/log-collector serves on 1 nodes, fewer than it should',
    ),
    silent('when both do', '20m', {
      'kube_daemonset_status_number_available{namespace="agents",daemonset="log-collector"}': '2x20',
      'kube_daemonset_status_desired_number_scheduled{namespace="agents",daemonset="log-collector"}': '2x20',
    }),
  ],
  JobFailed: [
    fires(
      'when a Job of a CronJob has failed after others succeeded',
      '5m',
      { ...backup('1', 100, 160), ...failedBackup('2', 200) },
      { namespace: 'shop-prod', job_name: 'backup-2', condition: 'true' },
      'The Job shop-prod/backup-2 has failed',
    ),
    silent('when a later one of its CronJob has succeeded', '5m', {
      ...failedBackup('2', 200),
      ...backup('3', 300, 360),
    }),
    fires(
      'when a Job has failed',
      '5m',
      { 'kube_job_failed{namespace="shop-prod",job_name="migrate",condition="true"}': '1x5' },
      { namespace: 'shop-prod', job_name: 'migrate', condition: 'true' },
      'The Job shop-prod/migrate has failed',
    ),
    silent('for a service of a team, which has an alert of its own', '5m', {
      'kube_job_failed{namespace="shop-prod",job_name="shop--prices-1",condition="true",service="shop"}': '1x5',
    }),
    silent('when it has not', '5m', {
      'kube_job_failed{namespace="shop-prod",job_name="migrate",condition="true"}': '0x5',
      'kube_job_failed{namespace="shop-prod",job_name="migrate",condition="false"}': '1x5',
    }),
  ],
};
