import { dirname, join } from 'node:path/posix';

/** One import, type imports included. */
export interface Import {
  /** File that imports: `policies/policy.ts`. */
  readonly file: string;

  /** What it imports: a file of the project, or a package. */
  readonly target: string;

  readonly isPackage: boolean;
}

/** The ways in which a module names another: `import`, `export ... from`, `import()` and `require()`. */
const SPECIFIERS = [
  /^(?:import|export)\b[^'";]*?\bfrom\s+'([^']+)'/gm,
  /^import\s+'([^']+)'/gm,
  /\b(?:import|require)\(\s*'([^']+)'/g,
];

/** Everything that a module imports. */
export function importsOf(file: string, text: string): Import[] {
  return SPECIFIERS.flatMap((pattern) => [...text.matchAll(pattern)])
    .map(([, specifier = '']) => specifier)
    .map((specifier) =>
      specifier.startsWith('.')
        ? { file, target: join(dirname(file), specifier), isPackage: false }
        : { file, target: specifier, isPackage: true },
    );
}

/** The room of a file: its top folder, or the file itself where it lies at the top. */
export function roomOf(file: string): string {
  return file.split('/')[0] as string;
}

/** Files that import each other in a circle, however long: each circle with its files in order, the circles by their first. */
export function circlesOf(imports: readonly Pick<Import, 'file' | 'target'>[]): string[][] {
  const targets = targetsOf(imports);
  const reached = new Map([...targets.keys()].map((file) => [file, reachableFrom(file, targets)]));
  const inCircle = [...targets.keys()].filter((file) => reached.get(file)?.has(file)).sort();
  const circles = new Map(
    inCircle.map((file) => {
      const circle = inCircle.filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file));
      return [circle.join('\n'), circle];
    }),
  );
  return [...circles.values()];
}

/** What each file imports. */
export function targetsOf(imports: readonly Pick<Import, 'file' | 'target'>[]): Map<string, Set<string>> {
  const targets = new Map<string, Set<string>>();
  for (const { file, target } of imports) targets.set(file, (targets.get(file) ?? new Set()).add(target));
  return targets;
}

/** Every file that a file imports, directly or through others. */
export function reachableFrom(file: string, targets: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const open = [...(targets.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(targets.get(next) ?? []));
  }
  return reached;
}
