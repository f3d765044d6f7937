import { App, Chart, Testing } from 'cdk8s';

/** Any part of a rendered object, as tests look into it. */
// Rendered objects have no types of their own; tests assert exact fields of them.
export type Rendered = { readonly [field: string]: Rendered } & readonly Rendered[] & string & number & boolean;

/** A chart such as the platform makes them: a folder with one namespace. */
export function aFolder(namespace = 'monitoring'): Chart {
  return new Chart(new App(), namespace, { namespace, disableResourceNameHashes: true });
}

/** Every object of a chart. */
export function objects(chart: Chart): Rendered[] {
  return Testing.synth(chart) as Rendered[];
}

/** The one object of a kind; more or fewer fail the test. */
export function only(chart: Chart, kind: string): Rendered {
  const found = objects(chart).filter((object) => object.kind === kind);
  if (found.length !== 1) throw new Error(`expected one ${kind}, found ${found.length}`);
  return found[0] as Rendered;
}
