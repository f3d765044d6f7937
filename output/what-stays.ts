/** The files of `dist/` with namespaces, and the names of these. */
const NAMESPACE = /^cluster\/namespace\.([^./]+)\.yaml$/;

/** Whether a path of a tree is that of a namespace. */
export function isNamespace(path: string): boolean {
  return NAMESPACE.test(path);
}

/**
 * What a change of `dist/` leaves behind in the cluster, a line each; empty while no namespace goes.
 *
 * A namespace that comes while another one goes may be the same under a new name, which moves nothing.
 *
 * @param written paths that are new or have another content
 * @param removed paths that are there no more
 * @param before those of the namespaces that were there already
 */
export function staysText(written: readonly string[], removed: readonly string[], before: readonly string[]): string {
  const gone = namesIn(removed);
  if (gone.length === 0) return '';
  const come = namesIn(written.filter((path) => !before.includes(path)));
  return [
    ...gone.map((name) => `stays    namespace ${name}, where there is a cluster, with its Secrets and data\n`),
    ...come.map((name) => `empty    namespace ${name}, which gets none of that by itself\n`),
    '         npm run status -- --left lists what a cluster has left over, and how to end it\n',
  ].join('');
}

function namesIn(paths: readonly string[]): string[] {
  return paths.flatMap((path) => NAMESPACE.exec(path)?.[1] ?? []);
}
