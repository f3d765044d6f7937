import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Yaml } from 'cdk8s';
import type { Workload } from '../side.ts';
import { addServices } from './add-services.ts';

/** So many services of six objects each, made with cdk8s-plus. */
export function services(root: string, count: number): Workload {
  const source = readFileSync(join(root, 'scripts/bench/workloads/add-services.ts'), 'utf8');
  const build = `\nexport function build(app: App, count = ${count}): void {\n  addServices(app, count);\n}\n`;
  return { title: titleOf(count), services: count, source: source + build };
}

/** `1,000 services, 6,000 objects`. */
export function titleOf(count: number): string {
  const services = count === 1 ? '1 service' : `${count.toLocaleString('en')} services`;
  return `${services}, ${(count * 6).toLocaleString('en')} objects`;
}

/** What the first service is called; the others have other numbers. */
export const FIRST = 'service-0';

export const nameOf = (index: number) => `service-${index}`;

type Fields = Record<string, unknown>;

/** An object of the workload. */
export type Example = Fields & { readonly kind: string };

/** What there is once, and what each service has, as the first one has it: for tools that write it another way. */
export function examples(): { readonly once: readonly Example[]; readonly each: readonly Example[] } {
  const app = new App();
  addServices(app, 1);
  const [once = [], each = []] = app.charts.map((chart) => chart.toJson() as Example[]);
  return { once, each };
}

export const textOf = (example: Example) => Yaml.stringify(example);
