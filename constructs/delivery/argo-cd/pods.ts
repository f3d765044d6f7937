import type { Resources } from '../../workload/index.ts';

const SOURCE =
  'argo-cd.readthedocs.io, High availability, gives no figures for small installations; taken from the order of what ' +
  'installations with fewer than 30 Applications report, to be measured on the site itself';

/** What each process of Argo CD asks for in a site with a few dozen Applications. */
export const controller: Resources = {
  cpuMillis: { request: 60, limit: 1000 },
  memoryMebibytes: { request: 320, limit: 640 },
  source: SOURCE,
};

export const repositoryServer: Resources = {
  cpuMillis: { request: 20, limit: 1000 },
  memoryMebibytes: { request: 160, limit: 320 },
  source: SOURCE,
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
