import type { Comparison, Figures } from './comparison.ts';
import type { StartUp } from './start-up.ts';
import type { Spread } from './statistics.ts';
import { tableText } from './table.ts';

const HEAD = ['', 'wall s', 'CPU s', 'peak MiB', 'files', 'kB', 'ratio'];

/** A line for each side of a comparison. */
export function comparisonText({ title, figures, left }: Comparison): string {
  const notes = left.map(({ name, missing }) => `\nNot run: ${name}; ${missing}.\n`);
  return `### ${title}\n\n${tableText(HEAD, figures.map(row))}${notes.join('')}`;
}

function row({ name, wall, cpu, memory, files, bytes, ratio }: Figures, index: number): string[] {
  return [
    name,
    spreadText(wall),
    spreadText(cpu),
    memory === undefined ? '' : memory.toFixed(0),
    String(files),
    (bytes / 1000).toFixed(0),
    index === 0 ? '' : ratio.middle.toFixed(3),
  ];
}

/** A line for each tool. */
export function startUpText(tools: readonly StartUp[]): string {
  return `### Start of each tool\n\n${tableText(
    ['', 'wall s'],
    tools.map(({ name, wall }) => [name, spreadText(wall)]),
  )}`;
}

/** `1.25 (1.20-1.31)`. */
function spreadText({ middle, least, most }: Spread): string {
  return `${middle.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`;
}
