import { defineConfig } from 'vitest/config';
import { shellScripts } from './test/shell-scripts.mts';

/** A file that gets the results as JSON too, for programs that count them. */
const report = process.env.TEST_REPORT;

export default defineConfig({
  plugins: [shellScripts],
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/tunnel/**'],
    // However busy the machine is: no test is about time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
