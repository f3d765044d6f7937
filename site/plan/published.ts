import type { HomeService } from '../sections/home-services.ts';
import type { Site } from '../site.ts';
import { argoCdReach } from './argo-cd-reach.ts';
import type { StatedHost } from './stated-host.ts';
import { teamHosts } from './teams/hosts.ts';

type Stating = Pick<Site, 'home' | 'signOn' | 'gitops'>;

type Everything = Stating & Pick<Site, 'domain' | 'environments' | 'teams'>;

/** Every host of a site as its fields have it, sound or not. */
export function stated(site: Everything): StatedHost[] {
  const platform = [signOnHost(site), dashboardsHost(site), argoCdHost(site), webhookHost(site)];
  const services = Object.entries(site.home?.services ?? {}).map(([name, service]) => serviceHost(name, service));
  return [...platform.filter((host) => host !== undefined), ...services, ...teamHosts(site)];
}

/** Where people sign on. */
export function signOnHost({ signOn }: Pick<Stating, 'signOn'>): StatedHost | undefined {
  return signOn && { written: signOn.host, exposure: 'public', what: 'sign-on', path: ['signOn', 'host'] };
}

/** Label of the host at which dashboards are. */
export const DASHBOARDS_HOST = 'grafana';

/** Dashboards are for everybody behind the site's sign-on; without one for home; without a home for nobody outside. */
export function dashboardsHost({ home, signOn }: Stating): StatedHost | undefined {
  if (!home && !signOn) return undefined;
  const exposure = signOn ? 'public' : 'home';
  return { written: DASHBOARDS_HOST, exposure, what: 'dashboards', path: ['monitoring'] };
}

/** The pages of Argo CD. */
export function argoCdHost(site: Stating): StatedHost | undefined {
  const reach = argoCdReach(site);
  return reach && { written: site.gitops.host, exposure: reach.exposure, what: 'Argo CD', path: ['gitops', 'host'] };
}

/** The webhook has a host of its own: the host of the pages may be closed to the internet. */
export function webhookHost({ gitops: { webhook } }: Pick<Stating, 'gitops'>): StatedHost | undefined {
  const path = ['gitops', 'webhook', 'host'];
  return webhook && { written: webhook.host, exposure: 'public', what: 'webhook of Argo CD', path };
}

/** A service at home is asked for by its name, unless another host is stated. */
export function serviceHost(name: string, { host, exposure }: Pick<HomeService, 'host' | 'exposure'>): StatedHost {
  return {
    written: host ?? name,
    exposure,
    what: `${name}, at home`,
    path: ['home', 'services', name, ...(host === undefined ? [] : ['host'])],
  };
}
