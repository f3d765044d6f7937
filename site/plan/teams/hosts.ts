import type { Site } from '../../site.ts';
import { hostBreach, hostName } from '../hosts.ts';
import type { StatedHost } from '../stated-host.ts';
import { fieldThere } from './in-environment.ts';
import { type PlacedService, placedServices, placeThere, type Teaming } from './services.ts';

/** Every host of a team as its file has it, sound or not. */
export function teamHosts(site: Teaming & Pick<Site, 'domain'>): StatedHost[] {
  return placedServices(site).flatMap((one) => serviceHost(site, one) ?? []);
}

/** The host of a service in an environment, if it has one. */
export function serviceHost(site: Pick<Site, 'domain'>, one: PlacedService): StatedHost | undefined {
  const { team, service, environment, there } = one;
  if (there.host === undefined) return undefined;
  return {
    written: hostThere(site, one, there.host),
    exposure: there.exposure ?? 'public',
    what: `${team}/${service} in ${environment}`,
    ...(there.path !== undefined && { below: there.path }),
    path: placeThere(one, 'host'),
  };
}

/** Outside the first environment a host says where it is, unless one is written for that environment. */
function hostThere(site: Pick<Site, 'domain'>, { stated, environment, first }: PlacedService, written: string): string {
  const isOwn = fieldThere(stated, environment, 'host').length > 1;
  if (first || isOwn || hostBreach(site, written)) return written;
  return withEnvironment(site.domain, hostName(site, written), environment);
}

/** `www.example.org` is `www-staging.example.org` elsewhere, and `example.org` is `staging.example.org`. */
function withEnvironment(domain: string, host: string, environment: string): string {
  if (host === domain) return `${environment}.${domain}`;
  const [label, ...others] = host.split('.');
  return [`${label}-${environment}`, ...others].join('.');
}
