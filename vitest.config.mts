import { defineConfig } from 'vitest/config';
import { InOrder } from './test/support/in-order.mts';
import { shellScripts } from './test/support/shell-scripts.mts';

/** A file that gets the results as JSON too, for programs that count them. */
const report = process.env.TEST_REPORT;

/** Folders of `test/` whose tests need a cluster: each is a project of its own, `npm run test:<name>`. */
const ON_A_CLUSTER = ['cluster', 'argo-cd', 'scheduler', 'edge', 'certificates', 'whole-site', 'node'];

/** Folder of the tests that run the programs of a site, found by `PROGRAMS_DIR`: `npm run test:programs`. */
const WITH_PROGRAMS = 'programs';

/** Folder of the tests that compare this repository with what it says of itself and of its example: `npm run test:example`. */
const OF_THE_EXAMPLE = 'example';

/** Folder of the tests that make sites as their owners would: `npm run test:owners`. */
const OF_OWNERS = 'owners';

/** Longest wait for one test or hook on a cluster, where a real node has to pull images first. */
const MINUTES = 10;

/** What a real node's tests wait longer than that, where alerts have their whole time to fire: three times the longest. */
const FOR_ALERTS = 3 * Number(process.env.NODE_LONGEST_FOR ?? 0);

/** The same for an owner's whole `npm test`, however busy the machine is: no test is about time. */
const OWNERS_MINUTES = 30;

export default defineConfig({
  test: {
    sequence: { sequencer: InOrder },
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        // The plan of the cloud has scripts in it.
        plugins: [shellScripts],
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...ON_A_CLUSTER, WITH_PROGRAMS, OF_THE_EXAMPLE, OF_OWNERS].map((name) => `test/${name}/*.test.ts`),
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
      { test: { name: OF_THE_EXAMPLE, include: [`test/${OF_THE_EXAMPLE}/*.test.ts`], testTimeout: 60_000 } },
      {
        test: {
          name: OF_OWNERS,
          include: [`test/${OF_OWNERS}/*.test.ts`],
          testTimeout: OWNERS_MINUTES * 60_000,
          hookTimeout: OWNERS_MINUTES * 60_000,
        },
      },
      ...ON_A_CLUSTER.map((name) => ({
        test: {
          name,
          include: [`test/${name}/*.test.ts`],
          // One cluster for all: file after file, test after test.
          fileParallelism: false,
          ...(name === 'node' && { globalSetup: 'test/node/support/setup.ts' }),
          testTimeout: (MINUTES * 60 + FOR_ALERTS) * 1000,
          hookTimeout: (MINUTES * 60 + FOR_ALERTS) * 1000,
        },
      })),
    ],
  },
});
