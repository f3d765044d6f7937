/** What belongs to the owner of a site, files and folders: the project neither merges, lints nor tests it. */
export const OWNED: readonly string[];

/** What follows from it: a synth makes it, and nobody merges it either. */
export const MADE: readonly string[];
