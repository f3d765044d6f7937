import type { Breach } from '../fields/breach.ts';
import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';

/** What one or more fields of a site do wrong together. */
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
 * A rule between fields.
 *
 * It sees a whole site, in which something sound stands in for what is wrong by itself. A conflict with a stand-in is
 * not reported, so a rule names every field that its conflict rests on.
 */
export interface Rule {
  /** Name of the rule, the only one of its kind. */
  readonly id: string;

  /**
   * Everything in a site that breaks the rule.
   *
   * @param refused every place where something sound stands in for what the user wrote there
   */
  readonly conflicts: (site: Site, refused: readonly Path[]) => readonly Conflict[];
}
