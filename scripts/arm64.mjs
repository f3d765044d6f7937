// Asks the registries whether every image of constructs/versions.ts exists for ARM, and prints a table with today's date.
//   npm run arm64
import { runTypeScript } from './run-typescript.mjs';

await runTypeScript('arm64/main.ts');
