import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ratios } from './ratios.ts';

const DOCUMENT = 'docs/benchmarks.md';
const RATIOS = 'docs/benchmarks.json';

/** What the results stand between, in the document. */
const BEGIN = '<!-- written by npm run bench -- --write -->\n';
const END = '<!-- end of what it writes -->\n';

/** The ratios of the last run that was written; none before the first. */
export function keptRatios(root: string): Ratios {
  const path = join(root, RATIOS);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** Puts the results into the document, in the place of the last ones, and keeps the ratios beside it. */
export function write(root: string, report: string, ratios: Ratios): void {
  const path = join(root, DOCUMENT);
  writeFileSync(path, replaced(readFileSync(path, 'utf8'), report));
  const rounded = Object.entries(ratios).map(([name, value]) => [name, Number(value.toPrecision(3))]);
  writeFileSync(join(root, RATIOS), `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`);
}

/** A document with other results between its marks. */
export function replaced(document: string, report: string): string {
  const [before, rest] = document.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined) throw new Error(`${DOCUMENT} has lost the marks around the results`);
  return `${before}${BEGIN}\n${report}\n${END}${after}`;
}
