import { end } from '../launch/command-line.mjs';

/** Why a command cannot do its work, in words for whoever started it. */
export class Failure extends Error {}

/** Runs a command, whose exit code `work` answers; a failure is said on the standard error, and ends with 1. */
export async function run(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Failure)) end(error);
    process.stderr.write(`${(error as Failure).message}\n`);
    process.exitCode = 1;
  }
}
