import type { ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** What a command takes. */
export interface Command<Options extends ParseArgsOptionsConfig> {
  /** Printed for `--help`, and below what is wrong with the words. */
  readonly usage: string;

  /** Its options beside `--help`, as `parseArgs` of Node has them. @default - none */
  readonly options?: Options;

  /** How many words it takes that are no options. @default 0 */
  readonly most?: number;
}

/** What ends a command before it begins: a word that it does not know, or the wish to be told what it takes. */
export class UsageError extends Error {
  /** @param problem what is wrong with the words; none where somebody asked with `--help` */
  constructor(usage: string, problem?: string);

  /** 0 where somebody asked, else 2. */
  readonly exitCode: 0 | 2;
}

export interface Words<Options extends ParseArgsOptionsConfig = Record<never, never>> {
  readonly values: ReturnType<typeof parseArgs<{ options: Options }>>['values'];
  readonly positionals: readonly string[];
}

/** Reads the words of a command line, or throws a `UsageError`. */
export function wordsOf<const Options extends ParseArgsOptionsConfig = Record<never, never>>(
  command: Command<Options>,
  words: readonly string[],
): Words<Options>;

/** The words of this program's own command line; it ends here if they are wrong. */
export function commandLine<const Options extends ParseArgsOptionsConfig = Record<never, never>>(
  command: Command<Options>,
): Words<Options>;

/** Ends the program for a `UsageError`: what was requested on standard output, a mistake on the other. Throws any other error. */
export function end(error: unknown): never;
