import { renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Parsed, parseSite, reportText } from '../site/index.ts';
import { OUTPUTS_FILE, readOutputs, type SiteOutputs } from '../site/outputs.ts';
import { type Plan, planSite } from '../site/plan/index.ts';

/** The hand-over file, at the top of the project; the commands run in this folder. */
const file = () => join(process.cwd(), '..', OUTPUTS_FILE);

/**
 * The value, or an error with the report of everything that is wrong.
 *
 * @param outcome what the refusal means, as in `reportText`
 */
export function orRefuse<T>(parsed: Parsed<T>, outcome?: string): T {
  if (!parsed.ok) throw new Error(reportText(parsed.problems, outcome));
  return parsed.value;
}

/** The plan of the site that `platform.ts` exports, for a command that only reads. */
export function planFrom(input: unknown): Plan {
  return planSite(orRefuse(parseSite(input), ''));
}

/**
 * What was handed over last, or placeholders.
 *
 * @param outcome what a refusal means, as in `reportText`
 */
export function outputsFromFile(outcome?: string): SiteOutputs {
  return orRefuse(readOutputs(file()), outcome);
}

/** Writes the hand-over file, whole or not at all. */
export function writeOutputs(outputs: SiteOutputs): void {
  const next = `${file()}.next`;
  writeFileSync(next, `${JSON.stringify(outputs, null, 2)}\n`);
  renameSync(next, file());
}

/** A path as the caller meant it: npm runs commands in this folder, and keeps where it was called. */
export function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
