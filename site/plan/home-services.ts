import type { Site } from '../site.ts';
import { hostName } from './hosts.ts';
import { platformNamespaces } from './namespaces.ts';

/** Where a service at home is asked whether it answers. */
export interface ProbedService {
  /** Its address for pods: `http://photos.home.svc:2283/`. */
  readonly url: string;

  /** The host for which it is asked, as the edge does: `photos.example.org`. */
  readonly host: string;
}

/** The services at home of a site by their names, as pods reach them. */
export function probedServices(site: Pick<Site, 'domain' | 'home'>): Record<string, ProbedService> {
  const services = Object.entries(site.home?.services ?? {});
  return Object.fromEntries(
    services.map(([name, { address, protocol, host = name }]) => [
      name,
      {
        url: `${protocol}://${name}.${platformNamespaces.home.name}.svc:${address.port}/`,
        host: hostName(site, host),
      },
    ]),
  );
}
