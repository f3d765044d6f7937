import { shown } from './fields/shown.ts';
import { problemsIn, valueAt } from './issues.ts';
import { namesLeftOut, withoutEmpty } from './names-left-out.ts';
import { stands } from './outline.ts';
import { type Parsed, type Path, pathText, type SiteProblem } from './problem.ts';
import { repaired } from './repair.ts';
import { rules } from './rules/index.ts';
import type { Conflict, Rule } from './rules/rule.ts';
import { type Site, siteSchema } from './site.ts';
import { unreadable } from './unreadable.ts';

/**
 * Reads what `platform.ts` exports.
 *
 * Every field is checked, then every rule between fields as far as its own fields are sound, so that one report names
 * all problems and none that only follows from another.
 *
 * @param between the rules between fields, every one unless a test leaves some out
 */
export function parseSite(input: unknown, between: readonly Rule[] = rules): Parsed<Site> {
  if (!isGroup(input)) return { ok: false, problems: [noSite(input)] };
  const parsed = siteSchema.safeParse(input, { reportInput: true });
  const { site, standIns } = parsed.success
    ? { site: parsed.data, standIns: [] }
    : repaired(input, parsed.error.issues);
  const refused = standIns.filter((path) => valueAt(input, path) !== undefined);
  const unseen = unreadable(input);
  const hidden = new Set(unseen.map(({ path }) => pathText(path)));
  const leftOut = namesLeftOut(input);
  const misfits = parsed.success ? [] : withoutEmpty(problemsIn(input, parsed.error.issues), leftOut);
  const problems = [
    ...unseen,
    ...leftOut,
    ...misfits.filter(({ path }) => !hidden.has(pathText(path))),
    ...between.flatMap(({ id, conflicts }) =>
      conflicts(site, refused)
        .filter((conflict) => !restsOn(conflict, standIns))
        .map((conflict) => problem(id, conflict, input)),
    ),
  ];
  return problems.length === 0 ? { ok: true, value: site } : { ok: false, problems };
}

function isGroup(input: unknown): input is object {
  return typeof input === 'object' && input !== null && !Array.isArray(input) && !isPromise(input);
}

function isPromise(input: unknown): boolean {
  return input instanceof Promise;
}

function kindOf(input: unknown): string {
  if (isPromise(input)) return 'a promise';
  return Array.isArray(input) ? 'a list' : shown(input);
}

function noSite(input: unknown): SiteProblem {
  const nothing = input === undefined;
  return {
    id: 'site',
    path: [],
    found: nothing ? '' : `exports ${kindOf(input)}, which`,
    rule: nothing ? 'has no default export' : 'is not a site',
    fix: isPromise(input)
      ? 'write export default site({ ... }), without async and await: a site is plain data'
      : 'write export default site({ ... })',
  };
}

/** Whether a conflict is one with something that the user did not write. */
function restsOn({ path, with: others = [] }: Conflict, standIns: readonly Path[]): boolean {
  return [path, ...others].some((one) =>
    standIns.some((standIn) => standIn.every((part, index) => stands(part, one[index]))),
  );
}

function problem(id: string, { path, found = '', rule, fix }: Conflict, input: unknown): SiteProblem {
  const value = valueAt(input, path);
  return { id, path, found: typeof value === 'string' || typeof value === 'number' ? shown(value) : found, rule, fix };
}
