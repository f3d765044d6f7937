import { ANNOTATION, exceptionFrom } from '../../kubernetes/annotations.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { nearest, type Problem, shown } from '../../site/index.ts';
import type { Exception, Finding, Policy } from '../policy.ts';

/** Fewest words of a reason that says anything: `needs the root user`. */
const FEWEST_WORDS = 3;

/** What must hold for exceptions themselves; it is checked like a policy, and nothing is excepted from it. */
export const EXCEPTIONS_HOLD = {
  id: 'exceptions-hold',
  title: 'An exception names a policy, gives a reason and is needed.',
  why: 'An exception that has lost its cause would let the next mistake through without a word.',
  absolute: 'an exception from the rules of exceptions would say nothing',
} as const;

/** The exceptions that the objects of a site carry, and how each of them fares. */
export class Exceptions {
  readonly #policies: ReadonlyMap<string, Policy>;
  readonly #sound = new Map<Manifest, Map<string, Exception>>();
  readonly #faults: Finding[] = [];
  readonly #used = new Set<Exception>();

  constructor(subjects: readonly Manifest[], policies: readonly Policy[]) {
    this.#policies = new Map(policies.map((policy) => [policy.id, policy]));
    for (const subject of subjects) this.#read(subject);
  }

  /** Whether a finding is excepted; the exception then counts as used. */
  cover({ policy, subject }: Finding): boolean {
    const exception = subject && this.#sound.get(subject)?.get(policy);
    if (exception) this.#used.add(exception);
    return exception !== undefined;
  }

  /** Every exception that has covered something, in the order of the objects. */
  get used(): Exception[] {
    return this.#all().filter((exception) => this.#used.has(exception));
  }

  /** Every exception that is wrong in itself or has covered nothing. */
  get faults(): Finding[] {
    const unused = this.#all().filter((exception) => !this.#used.has(exception));
    return [...this.#faults, ...unused.map(superfluous)];
  }

  #all(): Exception[] {
    return [...this.#sound.values()].flatMap((ofOne) => [...ofOne.values()]);
  }

  #read(subject: Manifest): void {
    for (const [key, reason] of Object.entries(subject.object.metadata.annotations ?? {})) {
      if (!key.startsWith(ANNOTATION.exception)) continue;
      const policy = key.slice(ANNOTATION.exception.length);
      const fault = this.#faultOf(policy, reason);
      if (fault) {
        this.#faults.push(finding(subject, policy, fault));
        continue;
      }
      const ofOne = this.#sound.get(subject) ?? new Map<string, Exception>();
      this.#sound.set(subject, ofOne.set(policy, { policy, subject, reason }));
    }
  }

  #faultOf(id: string, reason: unknown): Omit<Problem, 'path'> | undefined {
    const policy = this.#policies.get(id);
    if (!policy) {
      const near = nearest(id, [...this.#policies.keys()]);
      const fix = near ? `did you mean ${near}?` : 'write one of those that docs/policies.md lists';
      return { found: id, rule: 'is not the id of a policy', fix };
    }
    if (policy.absolute) {
      return { found: id, rule: `allows no exception: ${policy.absolute}`, fix: 'remove the exception and its cause' };
    }
    if (String(reason).trim().split(/\s+/).length < FEWEST_WORDS) {
      return {
        found: shown(reason),
        rule: 'is no reason',
        fix: 'write why this object may break the rule, in a sentence',
      };
    }
    return undefined;
  }
}

function superfluous({ policy, subject, reason }: Exception): Finding {
  return finding(subject, policy, {
    found: shown(reason),
    rule: 'excepts nothing: the object keeps this policy',
    fix: 'remove the exception',
  });
}

function finding(subject: Manifest, policy: string, problem: Omit<Problem, 'path'>): Finding {
  const path = ['metadata', 'annotations', exceptionFrom(policy)];
  return { ...problem, path, subject, policy: EXCEPTIONS_HOLD.id };
}
