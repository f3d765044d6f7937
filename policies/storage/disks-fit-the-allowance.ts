import { beyondTheAllowance } from '../budget/rented.ts';
import type { Policy } from '../policy.ts';

/** Boot volumes and block volumes together are within what the account gives. */
export const disksFitTheAllowance: Policy = {
  id: 'disks-fit-the-allowance',
  title:
    'Boot volumes and the block volumes of all claims together fit into the allowance, each of them at least 50 GB.',
  why: 'A volume that is made while the allowance is used up costs money every month, also after another one is gone.',
  absolute: 'cloud.allowPaid is the way to say why a site may cost',
  check: (context) =>
    beyondTheAllowance(context, ['storageGb'], () => 'write the class of local volumes (LocalStorage) in the claims'),
};
