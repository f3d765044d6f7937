import { OwnNamespace, User } from '../constructs/access/index.ts';
import type { Build } from './folder.ts';

/** Who uses kubectl, and what nobody may do in a namespace of their own. */
export const buildAccess: Build = (chart, { access }) => {
  if (!access) return;
  for (const namespace of access.namespaces) {
    new OwnNamespace(chart, `Namespace ${namespace}`, { namespace, ranks: access.ranks });
  }
  for (const user of access.users) new User(chart, `User ${user.name}`, user);
};
