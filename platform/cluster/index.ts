import type { Build } from '../folder.ts';
import { DeclaredTasks } from './declared-tasks.ts';
import { Namespaces } from './namespaces.ts';
import { Priorities } from './priorities.ts';

/** What lies in no namespace and everything else stands on. */
export const buildCluster: Build = (chart, { namespaces, priorities, services }) => {
  new Namespaces(chart, 'Namespaces', namespaces);
  new Priorities(chart, 'Priorities', priorities);
  if (services.length > 0) new DeclaredTasks(chart, 'Tasks', services);
};
