import { own } from '../../own.ts';
import type { Path } from '../../problem.ts';
import type { Site } from '../../site.ts';
import type { StatedService } from '../../team/service.ts';
import type { Team } from '../../team/team.ts';
import { type FieldThere, fieldThere, inEnvironment, type ServiceThere } from './in-environment.ts';

/** What of a site says which services there are. */
export type Teaming = Pick<Site, 'environments' | 'teams'>;

/** A service as its team states it, in any environment. */
export interface TeamService {
  readonly team: string;
  readonly of: Team;
  readonly service: string;
  readonly stated: StatedService;

  /** Where it is stated. */
  readonly path: Path;
}

/** A service in one environment, whether it is released there or not. */
export interface PlacedService extends TeamService {
  readonly environment: string;

  /** Whether it is the environment that counts most: where it has the plain host, and where its alerts are sent. */
  readonly first: boolean;
  readonly there: ServiceThere;
}

/** A service by the names of its team and its own, if there is one. */
export function serviceOf({ teams }: Pick<Site, 'teams'>, team: string, service: string): StatedService | undefined {
  return own(own(teams, team)?.services, service);
}

/** Every service of every team. */
export function teamServices({ teams = {} }: Pick<Site, 'teams'>): TeamService[] {
  return Object.entries(teams).flatMap(([team, of]) =>
    Object.entries(of.services).map(([service, stated]) => ({
      ...{ team, of, service, stated },
      path: ['teams', team, 'services', service],
    })),
  );
}

/** Every service in every environment. */
export function placedServices(site: Teaming): PlacedService[] {
  const environments = Object.keys(site.environments);
  return teamServices(site).flatMap((one) =>
    environments.map((environment, index) => ({
      ...one,
      ...{ environment, first: index === 0, there: inEnvironment(one.stated, environment) },
    })),
  );
}

/** Where a field is written that counts for a service in an environment. */
export function placeThere(
  { stated, environment, path }: Pick<PlacedService, 'stated' | 'environment' | 'path'>,
  ...field: FieldThere
): Path {
  return [...path, ...fieldThere(stated, environment, ...field)];
}
