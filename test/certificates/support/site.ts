import { App, Chart } from 'cdk8s';
import { Exposure, Guard, Redirect, SecureIngress } from '../../../constructs/secure-ingress/index.ts';
import { images } from '../../../constructs/versions.ts';
import { Check, Workload } from '../../../constructs/workload/index.ts';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { manifestsOf } from '../../../output/manifests-of.ts';
import { buildPlatform } from '../../../platform/index.ts';
import type { Site } from '../../../site/index.ts';
import { type Plan, planSite } from '../../../site/plan/index.ts';
import { aSite } from '../../support/site.ts';

/** Port on which the test answers for every pod of the guests. */
export const GUEST_PORT = 18_080;

/** Namespace of services that stand for those of a team. */
export const GUESTS = 'guests';

/** Secret with the password file of the guest that has one. */
export const PASSWORDS = 'guest-passwords';

/** A host of each kind, beside those of the example site. */
export const hosts = {
  open: 'open.guests.example.org',
  guarded: 'guarded.guests.example.org',
  home: 'home.guests.example.org',
} as const;

/** Everything that the example site and its guests are made of, as `dist/` would have it. */
export function siteObjects(certificates: Site['certificates']): KubeObject[] {
  const app = new App();
  const plan = planSite(aSite({ certificates }));
  buildPlatform(app, plan);
  addGuests(app, plan);
  return manifestsOf(app).map(({ object }) => object);
}

function addGuests(app: App, { edge }: Plan): void {
  const chart = new Chart(app, GUESTS, { namespace: GUESTS, disableResourceNameHashes: true });
  const backend = (name: string) => {
    const { service } = new Workload(chart, `${name} workload`, {
      name,
      component: 'guest',
      image: images.pause,
      user: 10_001,
      resources: RESOURCES,
      ports: { http: GUEST_PORT },
      health: { ready: Check.http('/', GUEST_PORT) },
    });
    if (!service) throw new Error('a workload with a port has a Service');
    return { service, port: GUEST_PORT };
  };
  const redirects = { '/old': Redirect.permanent('https://example.org/new') };
  new SecureIngress(chart, 'Open', {
    edge,
    host: hosts.open,
    backend: backend('open'),
    guard: Guard.none(),
    www: true,
    redirects,
  });
  new SecureIngress(chart, 'Guarded', {
    edge,
    host: hosts.guarded,
    backend: backend('guarded'),
    guard: Guard.basic({ secret: PASSWORDS }),
  });
  new SecureIngress(chart, 'Home', {
    edge,
    host: hosts.home,
    backend: backend('home'),
    guard: Guard.none(),
    exposure: Exposure.HOME,
  });
}

const RESOURCES = {
  cpuMillis: { request: 1, limit: 50 },
  memoryMebibytes: { request: 4, limit: 8 },
  source: 'the test itself answers for it',
};
