// Checks with the registries whether every image of constructs/versions.ts exists for ARM, and prints a table with today's date.
//   npm run --silent arm64

import { commandLine } from '../launch/command-line.mjs';
import launch from '../launch/index.cjs';

commandLine({
  usage: `usage: npm run --silent arm64

  Checks with the registries whether every image of constructs/versions.ts exists for ARM, and prints a table.`,
});

await (await launch.load('scripts/arm64/main.ts')).main();
