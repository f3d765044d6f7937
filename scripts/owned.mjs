/**
 * What belongs to the owner of a site, files and folders: the project neither merges, lints nor tests it.
 *
 * @type {readonly string[]}
 */
export const OWNED = [
  'platform.ts',
  'site.outputs.json',
  'teams',
  'versions',
  'previews',
  'CODEOWNERS',
  '.github/CODEOWNERS',
  'docs/CODEOWNERS',
];

/** What follows from it: a synth makes it, and nobody merges it either. */
export const MADE = ['dist'];
