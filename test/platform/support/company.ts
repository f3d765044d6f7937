import type { SiteInput } from '../../../site/index.ts';
import type { VersionsOfTeams } from '../../../site/plan/index.ts';
import example from '../../fixtures/example.ts';
import { aSite } from '../../support/site.ts';
import { aService, aTeam, releasedEverywhere } from '../../support/teams.ts';

/** A service with every kind of process, which calls a service of another team. */
const storefront = aService({
  image: 'ghcr.io/acme/storefront',
  host: 'www',
  guard: 'none',
  size: 'm',
  replicas: 2,
  drain: '60s',
  metrics: '/metrics',
  health: { ready: '/ready', alive: '/alive', warm: { path: '/warm', within: '10m' } },
  env: { LOCALE: 'en' },
  secrets: ['SESSION_KEY', 'TOKEN'],
  uses: ['mill/api'],
  workers: { images: { command: ['bin/images'], replicas: 2 }, queue: { command: ['bin/queue'], single: true } },
  cron: { prices: { schedule: '0 6 * * *', command: ['bin/prices'], within: '10m', zone: 'Europe/Berlin' } },
  tasks: { console: { command: ['bin/console'] } },
  in: { staging: { guard: 'none', replicas: 1 } },
});

/** Three paid nodes, which have room for it. */
const cloud = {
  ...example.cloud,
  allowPaid: 'the company pays for them',
  nodes: { a: { ocpus: 4, memoryGb: 24 }, b: { ocpus: 4, memoryGb: 24 }, c: { ocpus: 4, memoryGb: 24 } },
};

/** Two teams in two environments. */
export const COMPANY: Partial<SiteInput> = {
  cloud,
  environments: { prod: { share: 60 }, staging: {} },
  registries: { ghcr: { server: 'ghcr.io', secret: 'ghcr-pull' } },
  teams: {
    bakery: aTeam({ services: { storefront } }),
    mill: aTeam({
      about: 'Search',
      services: { api: aService({ image: 'ghcr.io/acme/api', metrics: '/metrics' }) },
    }),
  },
};

/** The site of that company. */
export const company = aSite(COMPANY);

/** What it has released. */
export const released: VersionsOfTeams = releasedEverywhere(company);
