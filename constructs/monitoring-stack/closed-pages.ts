/**
 * A file that is another one each time it is read: a key from it is known to nobody, so the page stays closed.
 *
 * The program reads it again every two seconds; where it could not, the key is random bytes of its own.
 */
const KNOWN_TO_NOBODY = 'file:///proc/sys/kernel/random/uuid';

/** Pages that all programs of VictoriaMetrics have: their flags, and their memory and processor time for developers. */
const EVERYWHERE = ['flags', 'pprof'];

/**
 * Flags that close pages of a program of VictoriaMetrics, by their names: `delete` for `-deleteAuthKey`.
 *
 * There is no NetworkPolicy here, so every pod reaches every program. What the platform itself never calls, above all
 * what deletes or fills a disk, is closed to all; queries, `/metrics` and `/health` stay open. A signal (SIGHUP) from
 * inside the pod still makes a program read its files again.
 */
export function closedPages(...pages: readonly string[]): string[] {
  return [...EVERYWHERE, ...pages].sort().map((page) => `-${page}AuthKey=${KNOWN_TO_NOBODY}`);
}
