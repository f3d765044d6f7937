import { z } from 'zod';
import { shown } from './fields/shown.ts';
import { problemsIn, valueAt } from './issues.ts';
import { withoutEmpty } from './names-left-out.ts';
import { outline, tree } from './outline.ts';
import { PathSet } from './path-set.ts';
import { plainData, type SymbolName } from './plain.ts';
import type { Parsed, Path, RuleProblem, SourceProblem } from './problem.ts';
import { repaired } from './repair.ts';
import type { Conflict, FieldOf, Rule, RuleBetween } from './rules/rule.ts';
import { type Place, placeOf } from './sources.ts';
import type { Form } from './unknown-field.ts';
import { unseen } from './unseen.ts';

/** A file that was read, right or wrong: rules between files look at it before anybody is told. */
export interface Draft<T> {
  /** The file, as the user knows it: `platform.ts`. */
  readonly file: string;

  /** What stands in it, as plain data. */
  readonly data: unknown;

  /** Its value, with something sound in the place of what is wrong; absent where nothing of it can be read. */
  readonly value?: T;

  /** The places where something stands in. */
  readonly standIns: PathSet;

  readonly problems: readonly SourceProblem[];
}

/** What is particular to a kind of file. */
export interface Kind extends Pick<Form, 'unknownField' | 'words'> {
  /** Why nothing of a file can be read, if nothing can. */
  readonly unreadable?: (data: unknown) => Omit<RuleProblem, 'path'> | undefined;
}

/** A problem in the file in which people wrote what is wrong. */
function located(file: string, { path, ...told }: RuleProblem): SourceProblem {
  const place: Place = placeOf(file, path);
  return { file: place.file, id: told.id, path: place.path, found: told.found, rule: told.rule, fix: told.fix };
}

/**
 * Reads a kind of file: every field is checked, then every rule between fields as far as its own fields are sound, so that
 * one report names all problems and none that only follows from another.
 *
 * @returns reads what a file exports or holds, under the name by which its user knows the file
 */
export function parser<S extends z.ZodType>(schema: S, rules: readonly Rule<z.output<S>>[], kind: Kind = {}) {
  return (exported: unknown, file: string): Draft<z.output<S>> => {
    const { data, symbols } = plainData(exported);
    const nothing = kind.unreadable?.(data);
    if (nothing) return unread(file, nothing);
    const places = outline(schema);
    const { texts, names } = unseen(tree(places), data);
    const parsed = z.safeParse(schema, data);
    const issues = parsed.error?.issues ?? [];
    const { value, standIns } = parsed.success
      ? { value: parsed.data, standIns: new PathSet() }
      : repaired(schema, data, issues);
    const hidden = new PathSet(texts.map(({ path }) => path));
    const misfits = withoutEmpty(problemsIn({ ...kind, places }, data, issues), names);
    const draft = { file, data, value, standIns };
    const isRefused = (path: Path) => standIns.has(path) && valueAt(data, path) !== undefined;
    const conflicts = rules.flatMap(({ id, conflicts }) =>
      conflicts(value, isRefused)
        .filter((conflict) => !fieldsOf(conflict).some((path) => standIns.holds(path)))
        .map((conflict) => problemOf(id, conflict, data)),
    );
    const seen = misfits.filter(({ path }) => !hidden.has(path));
    return {
      ...draft,
      problems: [...symbols.map(symbol), ...texts, ...names, ...seen, ...conflicts].map((one) => located(file, one)),
    };
  };
}

/** A file of which nothing can be read. */
export function unread(file: string, problem: Omit<RuleProblem, 'path'>): Draft<never> {
  return { file, data: undefined, standIns: new PathSet([[]]), problems: [located(file, { path: [], ...problem })] };
}

/** The value of a file, or everything that is wrong in it. */
export function settled<T>({ value, problems }: Draft<T>): Parsed<T> {
  return problems.length === 0 ? { ok: true, value: value as T } : { ok: false, problems };
}

/** Several files that are read together. */
export interface Sources<T> {
  /** What was read, by the name under which rules know it. */
  readonly drafts: Readonly<Record<string, Draft<unknown>>>;

  /** What they come to; it is built only where something can be read of each. */
  readonly value: () => T;
}

/** The value of several files, or everything that is wrong in them and between them. */
export function together<T>({ drafts, value }: Sources<T>, rules: readonly RuleBetween<T>[]): Parsed<T> {
  const all = Object.values(drafts);
  if (!all.every((draft) => draft.value !== undefined)) return { ok: false, problems: problemsOf(all) };
  const whole = value();
  const between = rules.flatMap((rule) => conflictsOf(rule, whole, drafts));
  const problems = [...problemsOf(all), ...between];
  return problems.length === 0 ? { ok: true, value: whole } : { ok: false, problems };
}

function problemsOf(drafts: readonly Draft<unknown>[]): SourceProblem[] {
  return drafts.flatMap(({ problems }) => problems);
}

function conflictsOf<T>({ id, conflicts }: RuleBetween<T>, whole: T, drafts: Sources<T>['drafts']): SourceProblem[] {
  return conflicts(whole)
    .filter(({ with: others = [], ...one }) => ![one, ...others].some((field) => isStandIn(drafts, field)))
    .map(({ in: source, path, found, rule, fix }) => {
      const { file, data } = drafts[source] as Draft<unknown>;
      return located(file, problemOf(id, { path, rule, fix, ...(found !== undefined && { found }) }, data));
    });
}

function isStandIn(drafts: Sources<unknown>['drafts'], { in: source, path }: FieldOf): boolean {
  return drafts[source]?.standIns.holds(path) ?? false;
}

function fieldsOf({ path, with: others = [] }: Conflict) {
  return [path, ...others];
}

function problemOf(id: string, { path, found = '', rule, fix }: Conflict, data: unknown): RuleProblem {
  const value = valueAt(data, path);
  return { id, path, found: typeof value === 'string' || typeof value === 'number' ? shown(value) : found, rule, fix };
}

function symbol({ path, name }: SymbolName): RuleProblem {
  return {
    id: 'text-name',
    path: [...path, String(name)],
    found: '',
    rule: 'is a symbol, and every name is text',
    fix: 'write its name in quotes',
  };
}
