// Records the names of the metrics, and of their labels, that a program really gives out: reads an answer from standard
// input and writes the record of it to standard output.
//
//   curl --silent http://127.0.0.1:9100/metrics | node scripts/record-metrics.mjs 'node_exporter 1.12.1' 'how it was scraped'
import { readFileSync } from 'node:fs';

const [program, how] = process.argv.slice(2);
if (!program || !how) {
  process.stderr.write("usage: ... | node scripts/record-metrics.mjs 'PROGRAM VERSION' 'HOW IT WAS ASKED'\n");
  process.exit(2);
}

/** Labels by the name of their metric. */
const metrics = new Map();
for (const line of readFileSync(0, 'utf8').split('\n')) {
  const [, name, labels = ''] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?\s+\S+/.exec(line) ?? [];
  if (!name) continue;
  const known = metrics.get(name) ?? new Set();
  for (const [, label] of labels.matchAll(/([a-zA-Z_]\w*)="(?:[^"\\]|\\.)*"/g)) known.add(label);
  metrics.set(name, known);
}
if (metrics.size === 0) {
  process.stderr.write('there is no metric in the answer\n');
  process.exit(1);
}

const lines = [...metrics].sort(([one], [other]) => (one < other ? -1 : 1));
process.stdout.write(`# ${program}\n# ${how}\n`);
for (const [name, labels] of lines) process.stdout.write(`${[name, ...[...labels].sort()].join(' ')}\n`);
