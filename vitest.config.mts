import { defineConfig } from 'vitest/config';

/** A file that gets the results as JSON too, for programs that count them. */
const report = process.env.TEST_REPORT;

/** Folders of `test/` whose tests need a cluster: each is a project of its own, `npm run test:<name>`. */
const ON_A_CLUSTER = ['cluster', 'argo-cd', 'scheduler', 'edge', 'certificates', 'whole-site', 'node'];

/** Folder of the tests that run the programs of a site, found by `PROGRAMS_DIR`: `npm run test:programs`. */
const WITH_PROGRAMS = 'programs';

/** Longest wait for one test or hook on a cluster, where a real node has to pull images first. */
const MINUTES = 10;

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...ON_A_CLUSTER, WITH_PROGRAMS].map((name) => `test/${name}/*.test.ts`),
          // Nothing keeps state between two uses of a module, so files share what is loaded: half the time.
          isolate: false,
          // All processors. Most of the time goes into programs that the tests start, and the runner itself has little to do.
          maxWorkers: '100%',
          // Each start of Node 20 would read these certificates, for 50 ms, and no test here asks a network.
          env: { NODE_EXTRA_CA_CERTS: '' },
          // However busy the machine is: no test is about time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: WITH_PROGRAMS, include: [`test/${WITH_PROGRAMS}/*.test.ts`] } },
      ...ON_A_CLUSTER.map((name) => ({
        test: {
          name,
          include: [`test/${name}/*.test.ts`],
          // One cluster for all: file after file, test after test.
          fileParallelism: false,
          testTimeout: MINUTES * 60_000,
          hookTimeout: MINUTES * 60_000,
        },
      })),
    ],
  },
});
