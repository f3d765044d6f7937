import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireEqual } from './equal.ts';
import { measure } from './measure.ts';
import { tableOf } from './report.ts';
import type { Side, SideOf, Workload } from './side.ts';
import { armsteadByCommand, armsteadByNode } from './sides/armstead.ts';
import { stock } from './sides/stock.ts';
import { services } from './workloads/services.ts';
import { site } from './workloads/site.ts';

/** All sides; the first one is what the others are compared with. */
const SIDES: readonly SideOf[] = [stock, armsteadByCommand, armsteadByNode];

/** Runs every side in turn, and prints what they took. */
export function bench(root: string, args: readonly string[]): void {
  const options = { services: { type: 'string' }, runs: { type: 'string', default: '5' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const folder = mkdtempSync(join(tmpdir(), 'armstead-bench-'));
  try {
    const workload = values.services ? services(root, Number(values.services)) : site(root, folder);
    const sides = setUp(workload, root, folder);
    const machine = `${cpus().length} processors (${cpus()[0]?.model}), Node ${process.version}`;
    process.stdout.write(`${workload.title}\n${machine}\n\n`);
    // The first run of each fills caches, and shows that all make the same.
    for (const side of sides) measure(side);
    for (const side of sides.slice(1)) requireEqual(sides[0] as Side, side);
    const turns = Array.from({ length: Number(values.runs) }, () => sides.map(measure));
    process.stdout.write(tableOf(sides, turns));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function setUp(workload: Workload, root: string, folder: string): Side[] {
  return SIDES.map((side, index) => {
    const own = join(folder, `side-${index}`);
    mkdirSync(own);
    return side(workload, { root, folder: own });
  });
}
