import type { Chart } from 'cdk8s';
import { type Caller, Entrance, NoEntry } from '../../constructs/walls/index.ts';
import { PROCESS_LABEL, SERVICE_LABEL, WEB_PROCESS } from '../../kubernetes/labels.ts';
import { platformNamespaces, type ServicePlan } from '../../site/plan/index.ts';

const EDGE: Caller = { namespace: platformNamespaces.edge.name };
const MONITORING: Caller = { namespace: platformNamespaces.monitoring.name };

/** The pods with which cert-manager answers Let's Encrypt, and their port (its `pkg/issuer/acme/http`, v1.21.1). */
const CHALLENGES = { labels: { 'acme.cert-manager.io/http01-solver': 'true' }, port: 8089 } as const;

/**
 * Who reaches the services of a team in an environment: what the plan says, and nobody else.
 *
 * Those of services have `--` in their names and the others have not, so that no wall has the name of another.
 */
export function buildWalls(chart: Chart, services: readonly ServicePlan[]): void {
  new NoEntry(chart, 'No entry', { name: 'no-entry' });
  if (services.some(({ web }) => web?.host !== undefined)) {
    const from = [{ callers: [EDGE], port: CHALLENGES.port }];
    new Entrance(chart, 'Challenges', { name: 'challenges', to: CHALLENGES.labels, from });
  }
  for (const service of services) {
    const from = entrancesOf(service);
    if (from.length === 0) continue;
    const to = { [SERVICE_LABEL]: service.name, [PROCESS_LABEL]: WEB_PROCESS };
    new Entrance(chart, `Entrance ${service.name}`, { name: `${service.name}--entry`, to, from });
  }
}

function entrancesOf({ web, usedBy }: ServicePlan) {
  if (!web) return [];
  const { host, port, metrics } = web;
  const callers = [...(host === undefined ? [] : [EDGE]), ...usedBy.map(callerOf)];
  const watched = metrics ? [{ callers: [MONITORING], port: metrics.port }] : [];
  return [...(callers.length > 0 ? [{ callers, port }] : []), ...watched];
}

/** Every process of a service may call what the service uses. */
function callerOf({ name, namespace }: ServicePlan['usedBy'][number]): Caller {
  return { namespace, labels: { [SERVICE_LABEL]: name } };
}
