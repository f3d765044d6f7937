import type { Build } from '../folder.ts';
import { Namespaces } from './namespaces.ts';
import { Priorities } from './priorities.ts';

/** What lies in no namespace and everything else stands on. */
export const buildCluster: Build = (chart, { namespaces, priorities }) => {
  new Namespaces(chart, 'Namespaces', namespaces);
  new Priorities(chart, 'Priorities', priorities);
};
