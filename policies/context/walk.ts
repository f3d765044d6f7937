/** Goes through a value and everything in it; the path is reused, so that whoever keeps it copies it. */
export function walk(
  root: unknown,
  visit: (path: readonly (string | number)[], value: unknown) => void,
  path: (string | number)[] = [],
): void {
  visit(path, root);
  if (typeof root !== 'object' || root === null) return;
  const depth = path.length;
  const keys = Array.isArray(root) ? root.keys() : Object.keys(root);
  for (const key of keys) {
    path[depth] = key;
    walk((root as Record<string | number, unknown>)[key], visit, path);
  }
  path.length = depth;
}
