type Files = ReadonlyMap<string, string>;

/**
 * The lines that differ between two trees, as a diff without context: the file, what went and what came.
 *
 * For edits that change lines and neither add nor remove any; others throw.
 */
export function changedLines(before: Files, after: Files): string {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => `dist/${file}\n${difference(file, linesOf(before.get(file)), linesOf(after.get(file)))}`)
    .join('');
}

function difference(file: string, before: readonly string[], after: readonly string[]): string {
  if (before.length !== after.length) throw new Error(`${file} has ${before.length} lines, then ${after.length}`);
  const changed = before.map((line, index) => [line, after[index]]).filter(([old, young]) => old !== young);
  return [...changed.map(([line]) => `-${line}\n`), ...changed.map(([, line]) => `+${line}\n`)].join('');
}

function linesOf(text = ''): string[] {
  return text.split('\n');
}
