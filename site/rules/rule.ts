import type { Breach } from '../fields/breach.ts';
import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';

/** What one or more fields of a file do wrong together. */
export interface Conflict extends Pick<Breach, 'rule' | 'fix'> {
  /** The field that is best changed. */
  readonly path: Path;

  /**
   * What stands there by default.
   *
   * @default - what the user wrote
   */
  readonly found?: string;

  /** The other fields that have a part in it. */
  readonly with?: readonly Path[];
}

/**
 * A rule between fields of one file.
 *
 * It sees the whole of it, in which something sound stands in for what is wrong by itself. A conflict with a stand-in is
 * not reported, so a rule names every field that its conflict rests on.
 */
export interface Rule<T = Site> {
  /** Name of the rule, the only one of its kind. */
  readonly id: string;

  /**
   * Everything in a file that breaks the rule.
   *
   * @param isRefused whether something sound stands at a place instead of what the user wrote there
   */
  readonly conflicts: (value: T, isRefused: (path: Path) => boolean) => readonly Conflict[];
}

/** A field of one of several files. */
export interface FieldOf {
  /** The name of the file among those that are read together: `site`. */
  readonly in: string;

  readonly path: Path;
}

/** What fields of several files do wrong together. */
export interface ConflictBetween extends Omit<Conflict, 'with'>, FieldOf {
  readonly with?: readonly FieldOf[];
}

/** A rule between files, such as the site and what its infrastructure handed over; otherwise as a rule between fields. */
export interface RuleBetween<T> {
  readonly id: string;

  readonly conflicts: (whole: T) => readonly ConflictBetween[];
}
