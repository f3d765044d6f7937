import { OUTPUTS_FILE, outputsDraft, type SiteOutputs } from './outputs.ts';
import { siteDraft } from './parse.ts';
import { together } from './parser.ts';
import type { Parsed } from './problem.ts';
import { handOverFitsTheRegion } from './rules/hand-over-fits-the-region.ts';
import type { RuleBetween } from './rules/rule.ts';
import type { Site } from './site.ts';

/** All that the owner of a site states, and what was built from it. */
export interface Project {
  readonly site: Site;

  /**
   * What the infrastructure handed over.
   *
   * @default - nothing: it is not built yet
   */
  readonly outputs?: SiteOutputs;
}

/** Every rule between files. */
const rules: readonly RuleBetween<Required<Project>>[] = [handOverFitsTheRegion];

/**
 * Reads what `platform.ts` exports and the hand-over file beside it: one report names what is wrong in each of them and
 * between them.
 *
 * @param path where the hand-over file is
 */
export function readProject(exported: unknown, path = OUTPUTS_FILE): Parsed<Project> {
  const site = siteDraft(exported);
  const outputs = outputsDraft(path);
  return outputs ? together<Required<Project>>({ site, outputs }, rules) : together<Project>({ site }, []);
}
