import { providerOf } from '../providers/index.ts';
import type { Rule } from './rule.ts';

/** A sign-on says who may sign on: with an account of their own at GitHub or Google everybody could. */
export const signOnNamesItsMembers: Rule = {
  id: 'sign-on-names-its-members',
  conflicts: ({ signOn }) => {
    if (!signOn) return [];
    const provider = providerOf(signOn);
    if (signOn.mails || provider.limits(signOn)) return [];
    return [
      {
        path: ['signOn'],
        with: ['provider', 'organisation', 'mails', 'mailDomains', 'teams', 'issuer'].map((field) => ['signOn', field]),
        found: '',
        rule: `does not say who may sign on, so everybody with an account at ${provider.accounts(signOn)} could`,
        fix: provider.limit,
      },
    ];
  },
};
