import type { SiteInput } from './site.ts';

export { nearest } from './fields/nearest.ts';
export { sizeText, spanText } from './fields/quantities.ts';
export { shown } from './fields/shown.ts';
export { grouped } from './grouped.ts';
export { parseSite, SITE_FILE } from './parse.ts';
export {
  inFile,
  type Parsed,
  type Problem,
  pathText,
  type RuleProblem,
  reportText,
  type SourceProblem,
} from './problem.ts';
export type { Site, SiteInput } from './site.ts';
export { type TeamInput, team } from './team/team.ts';

/**
 * States a site: the editor completes and explains every field.
 *
 * Nothing is checked here; the synth reads the whole of it and reports every mistake at once.
 */
export function site(input: SiteInput): SiteInput {
  return input;
}
