import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./recorded/', import.meta.url));

/** What one program gives out. */
export interface Recording {
  /** Program and version. */
  readonly program: string;

  /** How it was asked, or where it was read. */
  readonly how: string;

  /** Labels by the name of the metric. */
  readonly metrics: ReadonlyMap<string, readonly string[]>;
}

/** Every recording; `scripts/record-metrics.mjs` makes them. */
export const recordings: readonly Recording[] = readdirSync(folder)
  .sort()
  .map((file) => read(readFileSync(`${folder}${file}`, 'utf8')));

function read(text: string): Recording {
  const [program = '', how = '', ...lines] = text.trimEnd().split('\n');
  const metrics = lines.map((line) => line.split(' ')).map(([name = '', ...labels]) => [name, labels] as const);
  return { program: program.slice(2), how: how.slice(2), metrics: new Map(metrics) };
}
