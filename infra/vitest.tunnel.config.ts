import { defineConfig } from 'vitest/config';
import { shellScripts } from './test/shell-scripts.ts';

// The tunnel end to end: real namespaces, real WireGuard, real iptables. It needs root and takes about a minute.
export default defineConfig({
  plugins: [shellScripts],
  test: { include: ['test/tunnel/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
});
