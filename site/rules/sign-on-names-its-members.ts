import type { SignOn } from '../sections/sign-on.ts';
import type { Rule } from './rule.ts';

/** A sign-on says who may sign on: with an account of their own at GitHub or Google everybody could. */
export const signOnNamesItsMembers: Rule = {
  id: 'sign-on-names-its-members',
  conflicts: ({ signOn }) => {
    if (!signOn || members(signOn)) return [];
    return [
      {
        path: ['signOn'],
        with: ['provider', 'organisation', 'mails', 'mailDomains', 'teams', 'issuer'].map((field) => ['signOn', field]),
        found: '',
        rule: `does not say who may sign on, so everybody with an account at ${provider(signOn)} could`,
        fix: FIX[signOn.provider],
      },
    ];
  },
};

function members(signOn: SignOn): boolean {
  if (signOn.mails) return true;
  if (signOn.provider === 'github') return signOn.organisation !== undefined;
  return signOn.mailDomains !== undefined || (signOn.provider === 'oidc' && signOn.teams !== undefined);
}

function provider(signOn: SignOn): string {
  return signOn.provider === 'oidc' ? signOn.issuer : signOn.provider;
}

const FIX = {
  github: "write organisation: 'you', or mails: ['you@example.org']",
  google: "write mails: ['you@example.org'], or mailDomains: ['example.org'] for a Workspace",
  oidc: "write mailDomains: ['example.org'], teams or mails; mailDomains: ['*'] lets in everybody",
} as const;
