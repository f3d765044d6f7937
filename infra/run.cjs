// What the npm commands of this folder run: `node run.cjs <entry> [arguments]`.
//
// Beside the entry `home/cli.ts` stands `home/command.mjs` with what it takes: that needs no packages.
const { load } = require('../launch/index.cjs');
const { needPackages } = require('../launch/packages.cjs');

async function main(entry, given) {
  const { end, UsageError, wordsOf } = await import('../launch/command-line.mjs');
  const { COMMAND } = await import(`./${entry.replace(/cli\.ts$/, 'command.mjs')}`);
  try {
    const words = wordsOf(COMMAND, given);
    needPackages('infra');
    const { main } = await load(`infra/${entry}`);
    process.exitCode = await main(words, async () => (await load('platform.ts')).default);
  } catch (error) {
    if (error instanceof UsageError) end(error);
    process.stderr.write(`${error?.message ?? error}\n`);
    process.exitCode = 1;
  }
}

const [entry, ...given] = process.argv.slice(2);
void main(entry, given);
