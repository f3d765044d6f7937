import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workload } from '../side.ts';

/** So many services of six objects each, made with cdk8s-plus. */
export function services(root: string, count: number): Workload {
  const source = readFileSync(join(root, 'scripts/bench/workloads/add-services.ts'), 'utf8');
  const build = `\nexport function build(app: App, count = ${count}): void {\n  addServices(app, count);\n}\n`;
  const title = `${count} services, ${count * 6} objects`;
  return { title, own: false, manyHosts: count > 1000, source: source + build };
}
