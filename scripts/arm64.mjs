// Asks the registries whether every image of constructs/versions.ts exists for ARM, and prints a table with today's date.
//   npm run arm64
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('arm64/main.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
});
await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
