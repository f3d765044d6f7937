import { Session } from 'node:inspector/promises';

/** How often each function is called, one of ours or of a library, by its name and place. */
export type Calls = ReadonlyMap<string, number>;

/** How often each function is called while something is done. */
export async function callsOf(work: () => void): Promise<Calls> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    // Each taking counts from the one before.
    await session.post('Profiler.takePreciseCoverage');
    work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const calls = new Map<string, number>();
    for (const { url, functions } of result) {
      for (const { functionName, ranges } of functions) {
        const place = `${functionName} (${url}, at ${ranges[0]?.startOffset})`;
        calls.set(
          place,
          ranges.reduce((all, { count }) => all + count, calls.get(place) ?? 0),
        );
      }
    }
    return calls;
  } finally {
    session.disconnect();
  }
}

/** All calls together. */
export function sumOf(calls: Calls): number {
  return [...calls.values()].reduce((all, count) => all + count, 0);
}
