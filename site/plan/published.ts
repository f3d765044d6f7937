import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';
import { gitOpsAccess } from './gitops.ts';
import { hostName } from './hosts.ts';

/** A host of a site: what is asked for at the edge, and needs a record and a certificate. */
export interface Published {
  /** Whole name: `photos.example.org`. */
  readonly host: string;

  /** `home` is served to nobody but home. */
  readonly exposure: 'public' | 'home';

  /** What answers, in a few words for people. */
  readonly what: string;

  /** The field of `platform.ts` that made it, for messages. */
  readonly path: Path;
}

type Stating = Pick<Site, 'home' | 'signOn' | 'gitops'>;

type Publishing = Stating & Pick<Site, 'domain'>;

/** A host as it stands in `platform.ts`, and what it is for. */
interface Stated extends Omit<Published, 'host'> {
  readonly written: string;
}

/** Every host of a site. */
export function published(site: Publishing): Published[] {
  return stated(site).map(({ written, ...rest }) => ({ ...rest, host: hostName(site, written) }));
}

/** Every host of a site as its fields have it, sound or not. */
export function stated(site: Stating): Stated[] {
  const { home, signOn } = site;
  const services = Object.entries(home?.services ?? {}).map(
    ([name, { host, exposure }]): Stated => ({
      written: host ?? name,
      exposure,
      what: `${name}, at home`,
      path: ['home', 'services', name, ...(host === undefined ? [] : ['host'])],
    }),
  );
  const ways: Stated[] = [...dashboards(site), ...delivery(site), ...services];
  if (!signOn) return ways;
  return [{ written: signOn.host, exposure: 'public', what: 'sign-on', path: ['signOn', 'host'] }, ...ways];
}

/** Label of the host at which dashboards are. */
export const DASHBOARDS_HOST = 'grafana';

/** Dashboards are for everybody behind the site's sign-on; without one for home; without a home for nobody outside. */
function dashboards({ home, signOn }: Stating): Stated[] {
  if (!home && !signOn) return [];
  const exposure = signOn ? 'public' : 'home';
  return [{ written: DASHBOARDS_HOST, exposure, what: 'dashboards', path: ['monitoring'] }];
}

/** Argo CD's pages, and the webhook at a host of its own: the host of the pages may be closed to the internet. */
function delivery(site: Stating): Stated[] {
  const { host, webhook } = site.gitops;
  const access = gitOpsAccess(site);
  const pages: Stated[] = access
    ? [{ written: host, exposure: access.exposure, what: 'Argo CD', path: ['gitops', 'host'] }]
    : [];
  if (!webhook) return pages;
  const path = ['gitops', 'webhook', 'host'];
  return [...pages, { written: webhook.host, exposure: 'public', what: 'webhook of Argo CD', path }];
}
