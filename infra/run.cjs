// What the npm commands of this folder run: `node run.cjs <entry> [arguments]`.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

if (!existsSync(join(__dirname, 'node_modules'))) {
  console.error('the packages of infra/ are not installed: npm ci --prefix infra');
  process.exit(1);
}

const { load } = require('./bundle.cjs');

const [entry, ...words] = process.argv.slice(2);
load(entry)
  .main(words, () => load('../platform.ts').default)
  .then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      // A UsageError knows its code: 0 where somebody asked for the usage.
      const { exitCode = 1, message = error } = error ?? {};
      (exitCode === 0 ? process.stdout : process.stderr).write(`${message}\n`);
      process.exitCode = exitCode;
    },
  );
