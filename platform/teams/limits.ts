import type { Chart } from 'cdk8s';
import { AdmissionPolicy } from '../../constructs/access/index.ts';
import type { Plan } from '../../site/plan/index.ts';
import { NamespaceLimits } from './namespace-limits.ts';

/** The share of the nodes that each namespace of a team has, and what none of them may rent. */
export function buildLimits(chart: Chart, { quotas }: Pick<Plan, 'quotas'>): void {
  for (const { namespace, portion } of Object.values(quotas)) {
    new NamespaceLimits(chart, `Limits ${namespace}`, { namespace, portion });
  }
  const inside = new AdmissionPolicy(chart, 'Services', {
    name: SERVICES_STAY_INSIDE,
    ...{ created: { group: '', resource: 'services' }, changes: true },
    when: { name: 'leads-in', expression: LEADS_IN },
    demands: [{ expression: 'false', message: MESSAGE }],
  });
  inside.apply({ name: SERVICES_STAY_INSIDE, namespacesWith: 'team' });
}

const SERVICES_STAY_INSIDE = 'services-of-teams-stay-inside';

/** A Service that opens a way into the cluster beside the edge; load balancers cost money besides. */
const LEADS_IN =
  "object.spec.?type.orValue('ClusterIP') in ['LoadBalancer', 'NodePort'] || object.spec.?externalIPs.orValue([]).size() > 0";

const MESSAGE =
  'it opens a way into the cluster beside the edge; write type ClusterIP without externalIPs, and state a host in the file ' +
  'of the team';
