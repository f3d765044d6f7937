import { isTriedTwice } from '../../../../constructs/secure-ingress/index.ts';
import { merged, type Part, type Router } from './part.ts';
import type { Place, PublishedWay } from './published.ts';
import { below, host } from './rules.ts';

/** How Traefik's provider for Ingresses calls what it made of them. */
const OF_INGRESS = '@kubernetesingressnginx';

/** Bursts of as many times the rate pass: the same as with the annotation. */
const BURST = 5;

/** Below the 5 seconds after which Node.js closes an idle connection. */
const KEPT_SECONDS = 4;

/**
 * Ways that need another order, or other times, than their Ingress has: the rate counts wrong passwords, and the first
 * byte has a time of its own.
 *
 * A lane leads through the same guard as its Ingress, by the name that Traefik gave it. Where that name does not exist,
 * Traefik drops the lane, and requests take the Ingress: nothing is open, and the time for silence counts for both.
 */
export function lanes(ways: readonly PublishedWay[]): Part {
  return merged(ways.filter(needed).map(lane));
}

function needed({ demands, server }: PublishedWay): boolean {
  return server !== undefined || (demands.basic !== undefined && demands.rateLimit !== undefined);
}

function lane(way: PublishedWay): Part {
  const routers = way.places.flatMap((place, index) => routersOf(way, place, `lane-${way.name}-${index}`));
  return merged([{ routers: Object.fromEntries(routers) }, rate(way), served(way)]);
}

/**
 * A request that changes to another protocol, a WebSocket, ends where its Ingress leads: there a connection may be
 * silent for as long as the annotation says.
 */
function routersOf(way: PublishedWay, { host: at, path, router, service }: Place, name: string): [string, Router][] {
  const rule = `${host(at)} && ${below(path)}`;
  const common = {
    entryPoints: ['websecure'],
    middlewares: [...(way.demands.rateLimit ? [rateOf(way)] : []), ...guards(way, router)],
    tls: {},
  };
  // One more than the Ingress of the same rule has; a longer path of the same host comes before both.
  const plain = {
    ...common,
    rule,
    priority: rule.length + 1,
    service: way.server ? way.name : `${service}${OF_INGRESS}`,
  };
  if (!way.server) return [[name, plain]];
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
function guards({ demands, server }: PublishedWay, router: string): string[] {
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

function rateOf({ name }: PublishedWay): string {
  return `rate-${name}`;
}

function rate(way: PublishedWay): Part {
  const { rateLimit } = way.demands;
  if (!rateLimit) return {};
  const { requests, per } = rateLimit;
  const period = per === 'second' ? '1s' : '1m';
  return { middlewares: { [rateOf(way)]: { rateLimit: { average: requests, period, burst: requests * BURST } } } };
}

/** Where the lane leads by itself. An answer that has begun is never cut off, and a dead peer is noticed by TCP. */
function served({ name, demands, server }: PublishedWay): Part {
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
