// Asks the registries whether every image of constructs/versions.ts exists for ARM, and prints a table with today's date.
//   npm run --silent arm64
import { commandLine } from './command-line.mjs';
import { runTypeScript } from './run-typescript.mjs';

commandLine({
  usage: `usage: npm run --silent arm64

  Asks the registries whether every image of constructs/versions.ts exists for ARM, and prints a table.`,
});

await runTypeScript('arm64/main.ts');
