import { type AlertsOf, namespaceOf, OF_SERVICE, whose } from './alert.ts';

/** What keeps a new version, or a new pod, from beginning. */
export const releases: AlertsOf = (team) => {
  const namespace = namespaceOf(team);
  return [
    {
      alert: 'ReleaseStuck',
      expr: `max by (service, deployment) (kube_deployment_status_condition{${OF_SERVICE},condition="Progressing",reason="ProgressDeadlineExceeded",status="false"}) == 1`,
      for: '1m',
      severity: 'warning',
      summary: `The release of ${whose(team)} does not get any further ({{ $labels.deployment }})`,
      runbook: `The version before it serves on. kubectl describe pod -n ${namespace} -l service={{ $labels.service }} tells what the new pods wait for; correct that, or go back to the version before it.`,
    },
    {
      alert: 'QuotaRefusesPods',
      // Pods that end count until they are gone, so that a release may wait for them for a while.
      expr: `max by (service, deployment) (kube_deployment_status_condition{${OF_SERVICE},condition="ReplicaFailure",status="true"}) == 1`,
      for: '10m',
      severity: 'warning',
      summary: `Pods of ${whose(team)} cannot be made ({{ $labels.deployment }})`,
      runbook: `kubectl describe replicaset -n ${namespace} -l service={{ $labels.service }} names the reason: mostly the quota, filled by something that is not in git.`,
    },
    {
      alert: 'ImageMissing',
      expr: waiting('ErrImagePull|ImagePullBackOff|InvalidImageName'),
      for: '5m',
      severity: 'warning',
      summary: `The image of ${whose(team)} cannot be fetched`,
      runbook: `kubectl describe pod -n ${namespace} -l service={{ $labels.service }} names it: is that version in the registry, also for arm64, and may it be read with the Secret of the registry?`,
    },
    {
      alert: 'ConfigMissing',
      expr: waiting('CreateContainerConfigError'),
      for: '2m',
      severity: 'warning',
      summary: `A Secret of ${whose(team)} is missing, or a key in it`,
      runbook: `kubectl describe pod -n ${namespace} -l service={{ $labels.service }} names Secret and key; npm run secrets tells what belongs into it. The pods begin by themselves as soon as it is there.`,
    },
  ];
};

/** Services with a container that waits for one of these reasons; a moment in which it tries again does not end it. */
function waiting(reasons: string): string {
  return `max by (service) (max_over_time(kube_pod_container_status_waiting_reason{${OF_SERVICE},reason=~"${reasons}"}[2m])) == 1`;
}
