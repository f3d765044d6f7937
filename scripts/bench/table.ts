/** A table in Markdown whose columns stand one below the other, for the terminal and for the documentation. */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => (row[column] ?? '').length)));
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [head, rule, ...rows]
    .map((row) => `| ${row.map((cell, column) => padded(cell, widths[column] as number, column)).join(' | ')} |\n`)
    .join('');
}

/** Names to the left, numbers to the right. */
function padded(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
