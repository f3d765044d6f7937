import { inspect } from 'node:util';

export { shown } from './fields/shown.ts';

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

/** A problem of a site, with the name of the rule that it breaks: `no-host-bits`. */
export interface SiteProblem extends Problem {
  readonly id: string;
}

/** Either the parsed value or every problem that was found in it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly SiteProblem[] };

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
 * The report of a refused file: every problem with its path, what was found, the rule and what to write.
 *
 * @param outcome what the refusal means for who called; empty for a command that only reads
 */
export function reportText(file: string, problems: readonly Problem[], outcome = 'nothing was written'): string {
  const count = `${problems.length} problem${problems.length === 1 ? '' : 's'}`;
  const entries = problems.map((problem) => {
    const path = pathText(problem.path) || file;
    const statement = [problem.found, problem.rule].filter(Boolean).join(' ');
    const margin = `\n  ${' '.repeat(path.length)}  `;
    return `  ${path}  ${[statement, problem.fix].join('\n').replaceAll('\n', margin)}`;
  });
  return `${[`${file}: ${count}`, ...(outcome ? [outcome] : [])].join(', ')}\n\n${entries.join('\n')}\n`;
}
