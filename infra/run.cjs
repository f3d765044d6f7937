// What the npm commands of this folder run: `node run.cjs <entry> [arguments]`.
//
// Beside the entry `home/cli.ts` stands `home/command.mjs` with what it takes: that needs no packages.
const { needPackages } = require('../scripts/packages.cjs');

/** Loads a module of TypeScript; what loads it is a package itself. */
const load = (entry) => require('./bundle.cjs').load(entry);

async function main(entry, given) {
  const { end, UsageError, wordsOf } = await import('../scripts/command-line.mjs');
  const { COMMAND } = await import(`./${entry.replace(/cli\.ts$/, 'command.mjs')}`);
  try {
    const words = wordsOf(COMMAND, given);
    needPackages('infra');
    process.exitCode = await load(entry).main(words, () => load('../platform.ts').default);
  } catch (error) {
    if (error instanceof UsageError) end(error);
    process.stderr.write(`${error?.message ?? error}\n`);
    process.exitCode = 1;
  }
}

const [entry, ...given] = process.argv.slice(2);
void main(entry, given);
