import type { Resources } from '../../workload/index.ts';

const SOURCE =
  'Argo CD 3.2.11 with the 11 Applications of the example site: application controller 119 MiB and repository server ' +
  '97 MiB resident (x86-64, 2026-11-22), more than doubled for work under way; the other processes are estimated';

/** What each process of Argo CD asks for in a site with a few dozen Applications. */
export const controller: Resources = {
  cpuMillis: { request: 60, limit: 1000 },
  memoryMebibytes: { request: 320, limit: 640 },
  source: SOURCE,
};

export const repositoryServer: Resources = {
  cpuMillis: { request: 20, limit: 1000 },
  memoryMebibytes: { request: 320, limit: 640 },
  source:
    `${SOURCE}. With charts, which were not there, it reads the whole index of each repository: reports of it being ` +
    'killed at 256 MiB and at 500 MiB',
};

export const server: Resources = {
  cpuMillis: { request: 10, limit: 500 },
  memoryMebibytes: { request: 96, limit: 192 },
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
