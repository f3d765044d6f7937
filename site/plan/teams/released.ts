import { own } from '../../own.ts';
import type { Released, Versions } from '../../team/versions.ts';
import { type PlacedService, placedServices, type Teaming } from './services.ts';

/** What each team has released, by its name. */
export type VersionsOfTeams = Readonly<Record<string, Versions>>;

/** A service in an environment in which a version of it runs. */
export interface ReleasedService extends PlacedService {
  readonly released: Released;
}

/** Every service in every environment where a version of it runs. */
export function releasedServices(site: Teaming, versions: VersionsOfTeams): ReleasedService[] {
  return placedServices(site).flatMap((one) => {
    const released = versionOf(versions, one);
    return released ? [{ ...one, released }] : [];
  });
}

/** The version that runs in an environment, if one does. */
export function versionOf(
  versions: VersionsOfTeams,
  { team, service, environment }: Pick<PlacedService, 'team' | 'service' | 'environment'>,
): Released | undefined {
  return own(own(own(versions, team), service), environment);
}
