import { Construct } from 'constructs';
import { DeclaredJobs } from '../../constructs/access/index.ts';
import { platformNamespaces } from '../../site/plan/index.ts';
import { processName, type ServicePlan } from '../../site/plan/teams/service-plan.ts';
import { kept } from '../argo-cd/kept.ts';
import { appliedFirst } from '../argo-cd/sync.ts';

/** The label that namespaces of teams have, and no others. */
const OF_TEAMS = 'team';

/** People start the tasks that services declare, as they are declared, and no other Jobs in namespaces of teams. */
export class DeclaredTasks extends Construct {
  constructor(scope: Construct, id: string, services: readonly Pick<ServicePlan, 'name' | 'tasks'>[]) {
    super(scope, id);
    const names = services.flatMap(({ name, tasks }) => Object.keys(tasks).map((task) => processName(name, task)));
    const { comparisons, lasting } = new DeclaredJobs(this, 'Jobs', {
      people: platformNamespaces.access.name,
      namespacesWith: OF_TEAMS,
      tasks: [...new Set(names)],
    });
    for (const comparison of comparisons) appliedFirst(comparison);
    for (const one of lasting) kept(one);
  }
}
