// What the npm commands of this folder run: `node run.cjs <entry> [arguments]`.
const { load } = require('./bundle.cjs');

const [entry, ...words] = process.argv.slice(2);
load(entry)
  .main(words, () => load('../platform.ts').default)
  .then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
