import type { Bounds, Resources } from '../../workload/index.ts';

const SOURCE =
  'Argo CD 3.2.11 with the 11 Applications of the example site: application controller 119 MiB and repository server ' +
  '97 MiB resident (x86-64, 2026-11-22), more than doubled for work under way; the other processes are estimated';

/**
 * Of the clone of the site's repository, the charts and what is rendered: the directories that the chart gives to the
 * repository server. Estimated: a clone of this project with its history takes some tens of megabytes.
 */
const CLONES: Bounds = { request: 256, limit: 1024 };

/** Directories that the other processes hardly use. */
const HARDLY: Bounds = { request: 8, limit: 64 };

/** What each process of Argo CD asks for in a site with a few dozen Applications. */
export const controller: Resources = {
  cpuMillis: { request: 60, limit: 1000 },
  memoryMebibytes: { request: 320, limit: 640 },
  diskMebibytes: HARDLY,
  source: SOURCE,
};

export const repositoryServer: Resources = {
  cpuMillis: { request: 20, limit: 1000 },
  memoryMebibytes: { request: 320, limit: 640 },
  diskMebibytes: CLONES,
  source:
    `${SOURCE}. With charts, which were not there, it reads the whole index of each repository: reports of it being ` +
    'killed at 256 MiB and at 500 MiB',
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

/** The job that makes the password of the cache once; it is gone before the others start. */
export const cachePassword: Resources = {
  cpuMillis: { request: 10, limit: 200 },
  memoryMebibytes: { request: 64, limit: 128 },
  source: SOURCE,
};
