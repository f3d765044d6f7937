import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that is no package: where it lies by its variable (`HELM`, `KUBECTL`), or else where the shell finds it. */
export function tool(name: 'helm' | 'kubectl'): string | undefined {
  const stated = process.env[name.toUpperCase()];
  if (stated) return stated;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/** What to say of a side whose program is not there. */
export function missing(name: 'helm' | 'kubectl'): string {
  return `${name} is missing: put it on PATH, or name it in ${name.toUpperCase()}`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
