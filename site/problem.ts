import { inspect } from 'node:util';

/** Where something stands in a site: `['home', 'networks', 0]`. */
export type Path = readonly (string | number)[];

/** One thing that is wrong in what the user wrote, and what to write instead. */
export interface Problem {
  /** Where it is. */
  readonly path: Path;

  /** What stands there, as the user wrote it; empty where nothing does. */
  readonly found: string;

  /** The rule, worded so that it follows what was found: `is an address in a network, not the network`. A sum follows it line by line. */
  readonly rule: string;

  /** What to do, worded as an order: `write 192.168.4.0/22`. */
  readonly fix: string;
}

/** A problem with the name of the rule that it breaks: `no-host-bits`. */
export interface RuleProblem extends Problem {
  readonly id: string;
}

/** A problem of a source file. */
export interface SourceProblem extends RuleProblem {
  /** The file, as the user knows it: `platform.ts`. */
  readonly file: string;
}

/** Either the parsed value or every problem that was found in it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/** The problems of one file. */
export function inFile(file: string, problems: readonly RuleProblem[]): SourceProblem[] {
  return problems.map(({ id, path, found, rule, fix }) => ({ file, id, path, found, rule, fix }));
}

/** `['home', 'networks', 0]` as people write it: `home.networks[0]`. */
export function pathText(path: Path): string {
  return path.map((part, index) => step(part, index)).join('');
}

function step(part: string | number, index: number): string {
  if (typeof part === 'number') return `[${part}]`;
  if (!/^[A-Za-z_$][\w$]*$/.test(part)) return `[${inspect(part)}]`;
  return index === 0 ? part : `.${part}`;
}

/**
 * The report of what is refused: every problem with its path, what was found, the rule and what to write, those of one
 * file together.
 *
 * @param outcome what the refusal means for who called; empty for a command that only reads
 */
export function reportText(problems: readonly SourceProblem[], outcome = 'nothing was written'): string {
  const files = new Map<string, SourceProblem[]>();
  for (const problem of problems) {
    const others = files.get(problem.file);
    if (others) others.push(problem);
    else files.set(problem.file, [problem]);
  }
  const end = outcome && `, ${outcome}`;
  if (files.size === 1) return [...files].map(([file, own]) => fileText(file, own, end)).join('');
  const title = `${counted(problems.length)} in ${files.size} files${end}`;
  return [`${title}\n`, ...[...files].map(([file, own]) => fileText(file, own, ''))].join('\n');
}

function fileText(file: string, problems: readonly SourceProblem[], end: string): string {
  const entries = problems.map((problem) => {
    const path = pathText(problem.path) || file;
    const statement = [problem.found, problem.rule].filter(Boolean).join(' ');
    const margin = `\n  ${' '.repeat(path.length)}  `;
    return `  ${path}  ${[statement, problem.fix].join('\n').replaceAll('\n', margin)}`;
  });
  return `${file}: ${counted(problems.length)}${end}\n\n${entries.join('\n')}\n`;
}

function counted(problems: number): string {
  return `${problems} problem${problems === 1 ? '' : 's'}`;
}
