/** Files of a tree with their bytes as text, by their paths in it. */
type Files = ReadonlyMap<string, string>;

/** Why `dist/` is not current, and what to do; empty where it is. */
export function staleText(committed: Files, fresh: Files): string;

/** Every file under a folder with its bytes, by its path in it; none where there is no folder. */
export function filesIn(folder: string): Map<string, string>;
