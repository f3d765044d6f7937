import type { Path } from '../problem.ts';
import type { Reach } from '../sections/reach.ts';

/** Something that says who reaches it, and where it says so. */
export interface Reachable {
  /** What it is called where it is stated. */
  readonly name: string;

  /** Where a field is written, or belongs: a service says for an environment only what differs there. */
  readonly at: (field: keyof Reach, ...inside: readonly (string | number)[]) => Path;

  /** Whether a field is written for one environment. */
  readonly differs: (field: keyof Reach) => boolean;
  readonly reach: Reach;

  /** Guards that may stand in front of it. */
  readonly guards: readonly Guard[];
}

type Guard = NonNullable<Reach['guard']>;
