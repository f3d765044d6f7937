import { parseArgs } from 'node:util';

/** What ends a command before it begins: a word that it does not know, or the wish to be told what it takes. */
export class UsageError extends Error {
  /**
   * @param {string} usage what the command takes
   * @param {string} [problem] what is wrong with the words; none where somebody asked with --help
   */
  constructor(usage, problem) {
    super(problem === undefined ? usage : `${problem}\n\n${usage}`);
    this.exitCode = problem === undefined ? 0 : 2;
  }
}

/** What every command takes. */
const HELP = { help: { type: 'boolean', short: 'h' } };

/** Reads the words of a command line, or throws a UsageError. */
export function wordsOf({ usage, options = {}, most = 0 }, words) {
  const { values, positionals } = parsed(usage, { ...options, ...HELP }, words);
  if (values.help) throw new UsageError(usage);
  if (positionals.length > most) throw new UsageError(usage, `'${positionals[most]}' is not known here`);
  return { values, positionals };
}

function parsed(usage, options, args) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // The first sentence says what is wrong; the rest is about options that look like something else.
    throw new UsageError(usage, error.message.split(/\. (?=[A-Z])/)[0]);
  }
}

/** Ends the program for a UsageError: what was requested on standard output, a mistake on the other. */
export function end(error) {
  if (!(error instanceof UsageError)) throw error;
  (error.exitCode === 0 ? process.stdout : process.stderr).write(`${error.message}\n`);
  process.exit(error.exitCode);
}

/** The words of this program's own command line; it ends here if they are wrong. */
export function commandLine(command) {
  try {
    return wordsOf(command, process.argv.slice(2));
  } catch (error) {
    return end(error);
  }
}
