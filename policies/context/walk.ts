/** Goes through a value and everything in it; the path is reused, so that whoever keeps it copies it. */
export function walk(
  root: unknown,
  visit: (path: readonly (string | number)[], value: unknown) => void,
  path: (string | number)[] = [],
): void {
  visit(path, root);
  if (typeof root !== 'object' || root === null) return;
  if (Array.isArray(root)) {
    for (const [index, item] of root.entries()) step(index, item);
    return;
  }
  for (const key of Object.keys(root)) step(key, (root as Record<string, unknown>)[key]);

  function step(key: string | number, value: unknown): void {
    path.push(key);
    walk(value, visit, path);
    path.pop();
  }
}
