import type { RuleGroup } from './rule.ts';

/** Argo CD: whether the cluster is what git says. */
export const deliveryRules: RuleGroup = {
  name: 'delivery',
  alerts: [
    {
      alert: 'ApplicationOutOfSync',
      expr: 'argocd_app_info{sync_status!="Synced"} == 1',
      for: '30m',
      severity: 'warning',
      summary: '{{ $labels.name }} is not what git says: {{ $labels.sync_status }}',
      runbook: 'kubectl get application -n argocd NAME -o yaml shows the message under status.operationState.',
    },
    {
      alert: 'ApplicationUnhealthy',
      expr: 'argocd_app_info{health_status=~"Degraded|Missing|Unknown"} == 1',
      for: '15m',
      severity: 'critical',
      summary: '{{ $labels.name }} is {{ $labels.health_status }}',
      runbook:
        'The Application names the object that is not well; kubectl describe it. Reverting the last commit is the quickest way back.',
    },
  ],
};
