import { isTriedTwice } from '../../../../constructs/secure-ingress/index.ts';
import { merged, type Part, type Router } from './part.ts';
import type { Place, PublishedRoute } from './published.ts';
import { below, host } from './rules.ts';

/** How Traefik's provider for Ingresses calls what it made of them. */
const OF_INGRESS = '@kubernetesingressnginx';

/** Bursts of as many times the rate pass: the same as with the annotation. */
const BURST = 5;

/** Below the 5 seconds after which Node.js closes an idle connection. */
const KEPT_SECONDS = 4;

/**
 * Routes that need another order, or other times, than their Ingress has: the rate counts wrong passwords, and the first
 * byte has a time of its own.
 *
 * A lane leads through the same guard as its Ingress, by the name that Traefik gave it. Where that name does not exist,
 * Traefik drops the lane, and requests take the Ingress: nothing is open, and the time for silence counts for both.
 */
export function lanes(routes: readonly PublishedRoute[]): Part {
  return merged(routes.filter(needed).map(lane));
}

function needed({ demands, server }: PublishedRoute): boolean {
  return server !== undefined || (demands.basic !== undefined && demands.rateLimit !== undefined);
}

function lane(route: PublishedRoute): Part {
  const routers = route.places.flatMap((place, index) => routersOf(route, place, `lane-${route.name}-${index}`));
  return merged([{ routers: Object.fromEntries(routers) }, rate(route), served(route)]);
}

/**
 * A request that changes to another protocol, a WebSocket, ends where its Ingress leads: there a connection may be
 * silent for as long as the annotation says.
 */
function routersOf(
  route: PublishedRoute,
  { host: at, path, router, service }: Place,
  name: string,
): [string, Router][] {
  const rule = `${host(at)} && ${below(path)}`;
  const common = {
    entryPoints: ['websecure'],
    middlewares: [...(route.demands.rateLimit ? [rateOf(route)] : []), ...guards(route, router)],
    tls: {},
  };
  // One more than the Ingress of the same rule has; a longer path of the same host comes before both.
  const plain = {
    ...common,
    rule,
    priority: rule.length + 1,
    service: route.server ? route.name : `${service}${OF_INGRESS}`,
  };
  if (!route.server) return [[name, plain]];
  const upgraded = `${rule} && HeaderRegexp("Upgrade", ".+")`;
  const upgrade = { ...common, rule: upgraded, priority: rule.length + 2, service: `${service}${OF_INGRESS}` };
  return [
    [name, plain],
    [`${name}-upgrade`, upgrade],
  ];
}

/**
 * What the Ingress has in front, by its names; nobody has a body taken in before they may pass.
 *
 * The range is named in any case, and the guard, or the bound that stands for none: where the Ingress loses one of them
 * the lane ends, so that it is never more open than the Ingress.
 */
function guards({ demands, server }: PublishedRoute, router: string): string[] {
  const { basic, bodyLimit = 'none', answerHeaders, signOn } = demands;
  const parts = {
    'custom-headers': answerHeaders,
    'allowed-source-range': true,
    'limit-connections': !basic && !signOn,
    'basic-auth': basic,
    snippet: signOn,
    buffering: bodyLimit !== 'none',
    retry: !server && isTriedTwice(bodyLimit),
  };
  return Object.entries(parts)
    .filter(([, demanded]) => demanded)
    .map(([part]) => `${router}-${part}${OF_INGRESS}`);
}

function rateOf({ name }: PublishedRoute): string {
  return `rate-${name}`;
}

function rate(route: PublishedRoute): Part {
  const { rateLimit } = route.demands;
  if (!rateLimit) return {};
  const { requests, per } = rateLimit;
  const period = per === 'second' ? '1s' : '1m';
  return { middlewares: { [rateOf(route)]: { rateLimit: { average: requests, period, burst: requests * BURST } } } };
}

/** Where the lane leads by itself. An answer that has begun is never cut off, and a dead peer is noticed by TCP. */
function served({ name, demands, server }: PublishedRoute): Part {
  if (!server) return {};
  const url = `${demands.backendTls ? 'https' : 'http'}://${server.endpoint}`;
  return {
    services: { [name]: { loadBalancer: { servers: [{ url }], serversTransport: name } } },
    serversTransports: {
      [name]: {
        ...(demands.backendTls && { insecureSkipVerify: true }),
        forwardingTimeouts: {
          dialTimeout: `${demands.connectSeconds}s`,
          responseHeaderTimeout: `${server.answer}s`,
          idleConnTimeout: `${KEPT_SECONDS}s`,
        },
      },
    },
  };
}
