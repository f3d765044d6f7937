import { defineConfig } from 'vitest/config';
import { shellScripts } from './test/shell-scripts.ts';

export default defineConfig({
  plugins: [shellScripts],
  test: { include: ['test/**/*.test.ts'], exclude: ['test/tunnel/**'], testTimeout: 30_000 },
});
