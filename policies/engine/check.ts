import type { Manifest } from '../../kubernetes/manifest.ts';
import type { Plan } from '../../site/plan/index.ts';
import { policies as all } from '../catalogue.ts';
import { PolicyContext } from '../context/context.ts';
import type { Breach, Exception, Finding, Policy } from '../policy.ts';
import { unreadable } from './each.ts';
import { Exceptions } from './exceptions.ts';

/** What the policies say about a site. */
export interface Verdict {
  /** Every breach that is not excepted; a site with findings is not written. */
  readonly findings: readonly Finding[];

  /** Every exception that is in use. */
  readonly exceptions: readonly Exception[];
}

/**
 * Holds every policy against the finished objects of a site.
 *
 * All findings come together, and a policy that throws is one of them.
 */
export function check(subjects: readonly Manifest[], plan: Plan, policies: readonly Policy[] = all): Verdict {
  const context = PolicyContext.of(subjects, plan);
  const exceptions = new Exceptions(subjects, policies);
  const open = policies
    .flatMap((policy) => findingsOf(policy, context))
    .filter((finding) => !exceptions.cover(finding));
  return { findings: [...open, ...exceptions.faults], exceptions: exceptions.used };
}

function findingsOf({ id, check }: Policy, context: PolicyContext): Finding[] {
  return breaches(check, context).map((breach) => ({ ...breach, policy: id }));
}

function breaches(check: Policy['check'], context: PolicyContext): readonly Breach[] {
  try {
    return check(context);
  } catch (error) {
    return [unreadable(error)];
  }
}
