/** Files of a tree with their bytes as text, by their paths in it. */
type Files = ReadonlyMap<string, string>;

/** Why `dist/` is not current, and what to do; empty where it is. */
export function staleText(committed: Files, fresh: Files): string;

/** The same of CODEOWNERS, by what a synth would change there; empty where that is nothing. */
export function staleOwnersText(changes: readonly { readonly path: string }[]): string;

/** Every file under a folder with its bytes, by its path in it; none where there is no folder. */
export function filesIn(folder: string): Map<string, string>;
