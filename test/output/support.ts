import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ApiObject, type ApiObjectProps, Chart } from 'cdk8s';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { SiteApp } from '../../output/index.ts';
import { manifestsOf } from '../../output/manifests-of.ts';

const folders: string[] = [];

/** Makes an empty folder, which `removeFolders` removes. */
export function aFolder(parent = tmpdir(), prefix = 'armstead-'): string {
  const folder = mkdtempSync(join(parent, prefix));
  folders.push(folder);
  return folder;
}

/** Removes what the tests of a file have made: for its `afterAll`. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A ConfigMap with some overrides, in a chart. */
export function anObject(chart: Chart, id: string, overrides: Partial<ApiObjectProps> & Record<string, unknown> = {}) {
  return new ApiObject(chart, id, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: id.toLowerCase() },
    ...overrides,
  });
}

/** The manifests of an app with one chart, `shop` in the namespace `shop`, and these objects in it. */
export function manifestsWith(...objects: (Partial<ApiObjectProps> & Record<string, unknown>)[]): Manifest[] {
  const chart = new Chart(new SiteApp(), 'shop', { namespace: 'shop' });
  for (const [index, object] of objects.entries()) anObject(chart, `Object-${index}`, object);
  return manifestsOf(chart.node.root as SiteApp);
}

/** The one finished object of such an app. */
export function finishedObject(object: Partial<ApiObjectProps> & Record<string, unknown>): Record<string, unknown> {
  return (manifestsWith(object)[0] as Manifest).object;
}

/** Paths of the files. */
export function pathsOf(manifests: readonly Manifest[]): string[] {
  return manifests.map(({ folder, file }) => `${folder}/${file}`);
}

/** Every file in a folder, by its path. */
export function contentsOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}
