import type { HomeService } from '../sections/home-services.ts';
import type { Limits } from '../sections/limits.ts';
import type { Reach } from '../sections/reach.ts';
import type { Site } from '../site.ts';
import { ARGO_CD } from './argo-cd-names.ts';
import { argoCdReach, WEBHOOK_PATH } from './argo-cd-reach.ts';
import { guardOf, OPEN, SIGNED_ON } from './guards.ts';
import { type HostPlan, hostPlan } from './host-plan.ts';
import { platformNamespaces } from './namespaces.ts';
import { PLATFORM } from './owners.ts';
import { argoCdHost, dashboardsHost, serviceHost, signOnHost, webhookHost } from './published.ts';
import { SIGN_ON, SIGN_ON_PORT } from './sign-on.ts';

type Publishing = Pick<Site, 'domain' | 'home' | 'signOn' | 'gitops'>;

/** The hosts of the platform, by what answers there. */
export interface PlatformHosts {
  readonly signOn?: HostPlan;
  readonly dashboards?: HostPlan;

  /** The pages of Argo CD. */
  readonly argoCd?: HostPlan;
  readonly webhook?: HostPlan;

  /** Services at home, by their names. */
  readonly services: Readonly<Record<string, HostPlan>>;
}

/** What the site states of its hosts, with every default. */
export function platformHosts(site: Publishing): PlatformHosts {
  const services = Object.entries(site.home?.services ?? {});
  return {
    ...some('signOn', signOn(site)),
    ...some('dashboards', dashboards(site)),
    ...some('argoCd', argoCd(site)),
    ...some('webhook', webhook(site)),
    services: Object.fromEntries(services.map(([name, service]) => [name, atHome(site, name, service)])),
  };
}

/** All of them, in the order in which people are told of them. */
export function hostsIn({ signOn, dashboards, argoCd, webhook, services }: PlatformHosts): HostPlan[] {
  const platform = [signOn, dashboards, argoCd, webhook].filter((host) => host !== undefined);
  return [...platform, ...Object.values(services)];
}

function some<Name extends string>(name: Name, host: HostPlan | undefined): { readonly [Key in Name]?: HostPlan } {
  return host ? ({ [name]: host } as { readonly [Key in Name]?: HostPlan }) : {};
}

function signOn(site: Publishing): HostPlan | undefined {
  const stated = signOnHost(site);
  return (
    stated &&
    hostPlan(site.domain, stated, {
      owner: PLATFORM,
      namespace: platformNamespaces.signOn.name,
      guard: OPEN,
      backend: { service: SIGN_ON, port: SIGN_ON_PORT, protocol: 'http' },
      largestBody: { mebibytes: 1 },
    })
  );
}

/** Name of Grafana's Deployment and Service, and its port: those that `MonitoringStack` makes. */
export const DASHBOARDS = { service: 'dashboards', port: 3000, protocol: 'http' } as const;

/** The way in for people: by the site's sign-on, or from home. Grafana asks who they are besides. */
function dashboards(site: Publishing): HostPlan | undefined {
  const stated = dashboardsHost(site);
  return (
    stated &&
    hostPlan(site.domain, stated, {
      owner: PLATFORM,
      namespace: platformNamespaces.monitoring.name,
      guard: site.signOn ? SIGNED_ON : OPEN,
      backend: DASHBOARDS,
    })
  );
}

/** Service of the pages and of the interface, as the chart names it, and its port for plain HTTP. */
const ARGO_CD_SERVER = { service: `${ARGO_CD}-server`, port: 80, protocol: 'http' } as const;

/** Seconds for which the pages of Argo CD may say nothing: they keep streams open while nothing changes. */
const STREAMS = { seconds: 600 };

/** Requests a second at the webhook: a git host calls once for a push, and whoever calls more often is not one. */
const CALLS_A_SECOND = 2;

function argoCd(site: Publishing): HostPlan | undefined {
  const [stated, reach] = [argoCdHost(site), argoCdReach(site)];
  if (!stated || !reach) return undefined;
  return hostPlan(site.domain, stated, {
    owner: PLATFORM,
    namespace: platformNamespaces.argoCd.name,
    guard: guardOf(site, reach),
    backend: ARGO_CD_SERVER,
    timeouts: { answer: STREAMS },
  });
}

/** Argo CD verifies the signature of each call itself. */
function webhook(site: Publishing): HostPlan | undefined {
  const stated = webhookHost(site);
  return (
    stated &&
    hostPlan(site.domain, stated, {
      owner: PLATFORM,
      namespace: platformNamespaces.argoCd.name,
      guard: OPEN,
      backend: ARGO_CD_SERVER,
      below: WEBHOOK_PATH,
      limits: { rate: CALLS_A_SECOND },
    })
  );
}

function atHome(site: Publishing, name: string, service: HomeService): HostPlan {
  const { address, protocol, largestUpload = 'any', timeouts = {} } = service;
  return hostPlan(site.domain, serviceHost(name, service), {
    owner: PLATFORM,
    namespace: platformNamespaces.home.name,
    guard: guardOf(site, service),
    backend: { service: name, port: address.port, protocol, outside: address },
    limits: limitsOf(service),
    timeouts,
    largestBody: largestUpload,
  });
}

function limitsOf({ allowFrom, blockFrom, rate }: Reach): Limits {
  return { ...(allowFrom && { allowFrom }), ...(blockFrom && { blockFrom }), ...(rate && { rate }) };
}
