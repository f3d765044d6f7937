import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Call = (...args: unknown[]) => unknown;

/** How some work went while a call of the file system failed. */
export interface Outcome {
  /** How many calls it made. */
  readonly calls: number;

  /** The message with which it failed; empty where it did not. */
  readonly report: string;
}

/** Does some work while a certain call of the file system, counted from one, fails. */
export function withFailure(failing: number, code: string, work: () => unknown): Outcome {
  let calls = 0;
  const restore = replaceCalls((original) => (...args) => {
    calls += 1;
    if (calls === failing) throw Object.assign(new Error(`${code}: no luck`), { code });
    return original(...args);
  });
  try {
    work();
    return { calls, report: '' };
  } catch (error) {
    return { calls, report: (error as Error).message };
  } finally {
    restore();
  }
}

/** Replaces all calls that answer at once, for every module; returns what puts them back. */
function replaceCalls(replacement: (original: Call) => Call): () => void {
  const functions = fs as unknown as Record<string, Call>;
  const originals = Object.entries(functions).filter(([name]) => name.endsWith('Sync'));
  for (const [name, original] of originals) functions[name] = replacement(original);
  syncBuiltinESMExports();
  return () => {
    for (const [name, original] of originals) functions[name] = original;
    syncBuiltinESMExports();
  };
}
