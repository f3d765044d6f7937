import { defineConfig } from 'vitest/config';
import { shellScripts } from './test/shell-scripts.mts';

// The tunnel end to end: real namespaces, real WireGuard, real iptables. It needs root and takes about a minute.
/** A file that gets the results as JSON too, for programs that count them. */
const report = process.env.TEST_REPORT;

export default defineConfig({
  plugins: [shellScripts],
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    include: ['test/tunnel/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
