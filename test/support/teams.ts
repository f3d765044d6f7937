import type { Site, SiteInput, TeamInput } from '../../site/index.ts';
import type { VersionsOfTeams } from '../../site/plan/index.ts';

type ServiceInput = TeamInput['services'][string];

/** A team with one service `web`, which answers requests for the cluster alone. */
export function aTeam(changes: Partial<TeamInput> = {}): TeamInput {
  return {
    about: 'Catalogue, basket and checkout',
    repo: 'https://git.example.org/shop',
    services: { web: aService() },
    ...changes,
  };
}

/** A service that answers requests. */
export function aService(changes: Partial<ServiceInput> = {}): ServiceInput {
  return { image: 'ghcr.io/acme/web', port: 8080, health: { ready: '/ready', alive: '/alive' }, ...changes };
}

/** A version of every service of every team in every environment. */
export function releasedEverywhere({
  teams = {},
  environments,
}: Pick<Site, 'teams' | 'environments'>): VersionsOfTeams {
  const there = Object.fromEntries(Object.keys(environments).map((name) => [name, { version: '1.4.2' }]));
  return Object.fromEntries(
    Object.entries(teams).map(([team, { services }]) => [
      team,
      Object.fromEntries(Object.keys(services).map((service) => [service, there])),
    ]),
  );
}

/** The teams of a site that states nothing else of note. */
export type Teams = NonNullable<SiteInput['teams']>;
