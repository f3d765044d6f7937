import type { Chart } from 'cdk8s';
import type { Plan, ServicePlan, TeamPlan } from '../../site/plan/index.ts';

/** The teams of a plan by their namespaces, and their services by their folders: each folder finds its own at once. */
interface Index {
  readonly teams: ReadonlyMap<string, TeamPlan>;
  readonly services: ReadonlyMap<string, ServicePlan>;
}

const indexes = new WeakMap<Plan['teams'], Index>();

function indexOf({ teams }: Pick<Plan, 'teams'>): Index {
  const known = indexes.get(teams);
  if (known) return known;
  const services = teams.flatMap((team) => team.services);
  const made = {
    teams: new Map(teams.map((team) => [team.namespace.name, team])),
    services: new Map(services.map((service) => [service.folder, service])),
  };
  indexes.set(teams, made);
  return made;
}

/** The team in whose namespace the objects of a chart lie. */
export function teamOf({ namespace = '' }: Chart, plan: Pick<Plan, 'teams'>): TeamPlan {
  const team = indexOf(plan).teams.get(namespace);
  if (!team) throw new Error(`the plan has no team in the namespace ${namespace}`);
  return team;
}

/** The service whose folder a chart is. */
export function serviceOf({ node: { id } }: Chart, plan: Pick<Plan, 'teams'>): ServicePlan {
  const service = indexOf(plan).services.get(id);
  if (!service) throw new Error(`the plan has no service of the folder ${id}`);
  return service;
}
