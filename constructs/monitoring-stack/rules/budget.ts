import type { RuleGroup } from './rule.ts';

/** Part of what a node has for pods, requested by pods, at which a replacement may find no room. */
const NEARLY_FULL = 0.9;

/** What leaves the plan: somebody made something by hand, or a plan was wrong. */
export const budgetRules: RuleGroup = {
  name: 'budget',
  alerts: [
    {
      alert: 'NodeNearlyFull',
      expr:
        'sum by (node, resource) (kube_pod_container_resource_requests{resource=~"cpu|memory"} ' +
        'and on (namespace, pod) kube_pod_status_phase{phase=~"Pending|Running"} == 1) / ' +
        `sum by (node, resource) (kube_node_status_allocatable{resource=~"cpu|memory"}) > ${NEARLY_FULL}`,
      for: '1h',
      severity: 'warning',
      summary: 'Pods of {{ $labels.node }} request {{ $value | humanizePercentage }} of its {{ $labels.resource }}',
      runbook:
        'The next pod, or the replacement of one, may find no room. See on the dashboard Budget what requests what, and compare it with `npm run budget`: what is not in git was made by hand.',
    },
  ],
};
