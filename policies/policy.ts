import type { Manifest } from '../kubernetes/manifest.ts';
import type { Problem } from '../site/index.ts';
import type { PolicyContext } from './context/context.ts';

/** A rule over the finished objects of a site. */
export interface Policy {
  /** The wished state in a few words, which is also the name of the file: `images-are-exact`. */
  readonly id: string;

  /** The rule as a sentence. */
  readonly title: string;

  /** What goes wrong without it. */
  readonly why: string;

  /**
   * Why no object can be excepted.
   *
   * @default - an annotation on the object excepts it
   */
  readonly absolute?: string;

  /** Every breach, in the order of the objects. */
  readonly check: PolicyCheck;
}

/** Looks through a site for breaches of one policy. */
export type PolicyCheck = (context: PolicyContext) => readonly Breach[];

/** One place that breaks a policy; its path leads inside the object. */
export interface Breach extends Problem {
  /** The object; absent where the site as a whole breaks the policy, and the path then leads inside `platform.ts`. */
  readonly subject?: Manifest;
}

/** A breach and the policy that it breaks. */
export interface Finding extends Breach {
  readonly policy: string;
}

/** An object that may break a policy, because its source says why. */
export interface Exception {
  readonly policy: string;
  readonly subject: Manifest;
  readonly reason: string;
}
