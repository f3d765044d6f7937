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
