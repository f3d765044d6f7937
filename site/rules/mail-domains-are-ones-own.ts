import { hasOpenAccounts, isOpenToAll } from '../plan/members.ts';
import { providerOf } from '../providers/index.ts';
import type { SignOn } from '../sections/sign-on.ts';
import type { Conflict, Rule } from './rule.ts';

/** A domain of mail addresses lets in those who got theirs from its owner, not whoever likes to. */
export const mailDomainsAreOnesOwn: Rule = {
  id: 'mail-domains-are-ones-own',
  conflicts: ({ signOn }) => {
    if (!signOn || !('mailDomains' in signOn) || !signOn.mailDomains) return [];
    return signOn.mailDomains.flatMap((domain, index) => {
      const rule = domain === '*' ? everybody(signOn) : isOpenToAll(domain) && publicHost(domain);
      return rule ? [conflict(signOn, index, rule, domain)] : [];
    });
  },
};

function publicHost(domain: string): string {
  return `lets in everybody: whoever likes opens an account at ${domain}`;
}

function everybody(signOn: SignOn): string | false {
  if (hasOpenAccounts(signOn)) {
    return `lets in everybody: whoever likes opens an account at ${providerOf(signOn).accounts(signOn)}`;
  }
  const others = 'mailDomains' in signOn && (signOn.mailDomains?.length ?? 0) > 1;
  return others && 'lets in everybody whom the provider knows, so the other domains limit nothing';
}

function conflict(signOn: SignOn, index: number, rule: string, domain: string): Conflict {
  const list = 'mailDomains' in signOn ? (signOn.mailDomains ?? []) : [];
  const example = domain === '*' ? 'you@example.org' : `you@${domain}`;
  const isAlone = list.length === 1;
  return {
    path: ['signOn', 'mailDomains', index],
    with: [
      ['signOn', 'provider'],
      ['signOn', 'issuer'],
      ['signOn', 'mailDomains'],
    ],
    rule,
    fix: isAlone
      ? `write mails: ['${example}'] with those who may sign on in the place of mailDomains`
      : `leave it out, and write mails: ['${example}'] for those who may sign on besides`,
  };
}
