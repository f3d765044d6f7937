import type { SiteOutputs } from './outputs.ts';
import type { Site } from './site.ts';
import type { Versions } from './team/versions.ts';

/** All that the owner of a site states, and what was built from it. */
export interface Project {
  /** The site, with all that its teams state. */
  readonly site: Site;

  /**
   * What the infrastructure handed over.
   *
   * @default - nothing: it is not built yet
   */
  readonly outputs?: SiteOutputs;

  /** What each team has released, by its name. */
  readonly versions: Readonly<Record<string, Versions>>;
}
