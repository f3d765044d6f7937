import type { Path } from '../problem.ts';

/** A host as it stands in `platform.ts`, sound or not. */
export interface StatedHost {
  /** What is written, or stands there by itself: `photos`, or `photos.example.org`. */
  readonly written: string;

  /** `home` is served to nobody but home. */
  readonly exposure: 'public' | 'home';

  /**
   * Path below which it answers.
   *
   * @default - the whole host
   */
  readonly below?: string;

  /** What answers, in a few words for people. */
  readonly what: string;

  /** The field of `platform.ts` that made it, for messages. */
  readonly path: Path;
}
