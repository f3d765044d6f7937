import { merged, type Part } from './part.ts';
import type { Place, Published, PublishedRoute } from './published.ts';
import { any, below, from, host } from './rules.ts';

/** Before every other router: those of Ingresses have the length of their rule, some hundreds at most. */
const FIRST = 1_000_000;

/** Where Let's Encrypt looks for its answer: it comes from the internet, to home hosts as well. */
const CHALLENGES = '/.well-known/acme-challenge/';

/** Refuses everybody with 403: no client has this address. */
const NOBODY = 'nobody';

/** Where nobody gets to: a router must lead somewhere. */
const NOWHERE = 'nowhere';

const REFUSAL: Part = {
  middlewares: { [NOBODY]: { ipAllowList: { sourceRange: ['0.0.0.0/32'] } } },
  services: { [NOWHERE]: { loadBalancer: { servers: [{ url: 'http://127.0.0.1:1' }] } } },
};

/**
 * What is refused before anything else looks at a request.
 *
 * Strangers, at hosts that are not for everybody: by the Ingress alone they would meet redirects and the password first,
 * and could guess it by the answers. And paths that a service may take for others than the edge does.
 */
export function gates(published: readonly Published[]): Part {
  const parts = [...published.flatMap(strangers), ...published.flatMap(({ routes }) => routes).map(disguises)];
  const gated = merged(parts);
  return gated.routers ? merged([REFUSAL, gated]) : {};
}

function strangers({ hosts, routes }: Published): Part[] {
  const [route] = routes;
  const sources = route?.demands.allowedSources;
  if (!route || !sources) return [];
  const stranger = `${any(hosts.map(host))} && !${any(sources.map(from))}`;
  const plain = `${stranger} && !PathPrefix("${CHALLENGES}")`;
  const refused = { priority: FIRST, middlewares: [NOBODY], service: NOWHERE };
  return [
    {
      routers: {
        [`strangers-${route.name}`]: { ...refused, entryPoints: ['websecure'], rule: stranger, tls: {} },
        [`strangers-${route.name}-plain`]: { ...refused, entryPoints: ['web'], rule: plain },
      },
    },
  ];
}

/**
 * What stands for a slash, or for the end of a step, to some services and not to others: encoded slashes, backslashes,
 * semicolons and percent signs, and `..;`, which servlets read as `..`.
 */
const DISGUISE = String.raw`(?i)%(2f|5c|3b|25)|\\\\|\\.\\.;`;

/** At a host of which only some paths lead anywhere, a path stays the same for whoever decodes it. */
function disguises({ name, places, demands }: PublishedRoute): Part {
  const limited = demands.redirect ? [] : places.filter(({ path }) => path !== '/');
  const router = ({ host: at, path }: Place) => ({
    entryPoints: ['websecure'],
    rule: `${host(at)} && ${below(path)} && PathRegexp("${DISGUISE}")`,
    priority: FIRST,
    middlewares: [NOBODY],
    service: NOWHERE,
    tls: {},
  });
  return { routers: Object.fromEntries(limited.map((place, index) => [`disguises-${name}-${index}`, router(place)])) };
}
