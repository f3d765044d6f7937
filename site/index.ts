import type { SiteInput } from './site.ts';

export type { Size, Span } from './fields/quantities.ts';
export { sizeText, spanText } from './fields/quantities.ts';
export { parseSite, SITE_FILE } from './parse.ts';
export { inFile, type Parsed, type Problem, pathText, reportText, type SourceProblem } from './problem.ts';
export type { Site, SiteInput } from './site.ts';

/**
 * States a site: the editor completes and explains every field.
 *
 * Nothing is checked here; the synth reads the whole of it and reports every mistake at once.
 */
export function site(input: SiteInput): SiteInput {
  return input;
}
