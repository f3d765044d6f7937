import type { Bounds, Resources } from '../../../constructs/workload/index.ts';

const SOURCE =
  'Argo CD as pods with the 15 Applications of the example site, charts included, on a real node (x86-64, 2026-11-27): ' +
  'during the first sync the application controller took 272 to 356 MiB and the repository server at most 80 MiB; the ' +
  'other processes are estimated';

/**
 * Of the clone of the site's repository, the charts and what is rendered: the directories that the chart gives to the
 * repository server. Estimated: a clone of this project with its history takes some tens of megabytes.
 */
const CLONES: Bounds = { request: 256, limit: 1024 };

/** Directories that the other processes hardly use. */
const HARDLY: Bounds = { request: 8, limit: 64 };

/** What each process of Argo CD requests in a site with a few dozen Applications. */
export const controller: Resources = {
  cpuMillis: { request: 60, limit: 1000 },
  memoryMebibytes: { request: 384, limit: 640 },
  diskMebibytes: HARDLY,
  source: SOURCE,
};

export const repositoryServer: Resources = {
  cpuMillis: { request: 20, limit: 1000 },
  memoryMebibytes: { request: 160, limit: 320 },
  diskMebibytes: CLONES,
  source: SOURCE,
};

export const server: Resources = {
  cpuMillis: { request: 10, limit: 500 },
  memoryMebibytes: { request: 96, limit: 192 },
  diskMebibytes: HARDLY,
  source: SOURCE,
};

export const cache: Resources = {
  cpuMillis: { request: 5, limit: 200 },
  memoryMebibytes: { request: 32, limit: 64 },
  source: SOURCE,
};

/** What makes Applications out of lists; a site has none, so that it does not run. */
export const applicationSets: Resources = {
  cpuMillis: { request: 10, limit: 200 },
  memoryMebibytes: { request: 64, limit: 128 },
  source: SOURCE,
};

/** The job that makes the password of the cache once; it is gone before the others start. */
export const cachePassword: Resources = {
  cpuMillis: { request: 10, limit: 200 },
  memoryMebibytes: { request: 64, limit: 128 },
  source: SOURCE,
};
