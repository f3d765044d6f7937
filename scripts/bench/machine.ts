import { statfsSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';

/** What the figures were measured on, in a line. */
export function machineText(folder: string): string {
  const all = cpus();
  const where = folder === MEMORY ? 'a file system in memory' : `the file system of ${folder}`;
  return `${all.length} processors (${all[0]?.model.trim()}), Node ${process.versions.node}, all files on ${where}.\n`;
}

/** Where Linux has a file system in memory, on which a new file costs all sides the same, and little. */
const MEMORY = '/dev/shm';

/** Bytes that the largest comparison may need. */
const ENOUGH = 3 * 1024 ** 3;

/** The folder in which all sides work. */
export function workFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
