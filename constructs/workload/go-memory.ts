import type { Resources } from './resources.ts';

/** The variable in which a Go program reads how much memory it may take; every other program leaves it alone. */
const GO_MEMORY_LIMIT = 'GOMEMLIMIT';

/**
 * Part of its memory limit, in percent, that a Go program plans with.
 *
 * By itself it knows no limit and lets its heap double before it collects what is no longer used, so a burst of work can
 * take it past the limit, where the kernel ends it. Near this part it collects sooner. Go's guide
 * (go.dev/doc/gc-guide, "Suggested uses") leaves 5 to 10 % to what the runtime does not count: 10 here, as Traefik's
 * chart does.
 */
const PERCENT = 90;

/** What every container of ours is told; see `PERCENT`. */
export function goMemory(resources: Resources): Readonly<Record<string, string>> {
  return { [GO_MEMORY_LIMIT]: limitOf(resources, PERCENT) };
}

/**
 * The same in the form in which charts take variables.
 *
 * @param percent less where other processes share the container's memory
 */
export function goEnvironment(resources: Resources, percent = PERCENT) {
  return [{ name: GO_MEMORY_LIMIT, value: limitOf(resources, percent) }];
}

function limitOf({ memoryMebibytes }: Resources, percent: number): string {
  return `${Math.floor((memoryMebibytes.limit * percent) / 100)}MiB`;
}
