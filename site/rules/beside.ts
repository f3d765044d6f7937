import type { Path } from '../problem.ts';

/** Another field of the same group: where a field belongs that is missing. */
export function beside(path: Path, field: string): Path {
  return [...path.slice(0, -1), field];
}
