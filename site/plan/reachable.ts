import type { Path } from '../problem.ts';
import type { Reach } from '../sections/reach.ts';

/** Something that says who reaches it, and where it says so. */
export interface Reachable {
  readonly path: Path;
  readonly reach: Reach;

  /** Where the field stands that counts here: a service of a team has most of them in common with other environments. */
  readonly at: (field: keyof Reach) => Path;

  /** Guards that may stand in front of it. */
  readonly guards: readonly Guard[];
}

type Guard = NonNullable<Reach['guard']>;
