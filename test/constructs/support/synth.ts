import { App, Chart, Testing } from 'cdk8s';

/** A rendered object, as cdk8s gives it to tests: its fields have no types, tests assert what they are. */
export type Rendered = ReturnType<typeof Testing.synth>[number];

/** A chart such as the platform makes them: a folder with one namespace. */
export function aFolder(namespace = 'monitoring'): Chart {
  return new Chart(new App(), namespace, { namespace, disableResourceNameHashes: true });
}

/** Every object of a chart. */
export function objects(chart: Chart): Rendered[] {
  return Testing.synth(chart);
}

/** The one object of a kind; more or fewer fail the test. */
export function only(chart: Chart, kind: string): Rendered {
  const found = objects(chart).filter((object) => object.kind === kind);
  if (found.length !== 1) throw new Error(`expected one ${kind}, found ${found.length}`);
  return found[0];
}
