import type { Way } from '../../../../constructs/secure-ingress/index.ts';
import { IDENTITY_HEADERS } from '../../../../site/plan/index.ts';
import { gates } from './gates.ts';
import { lanes } from './lanes.ts';
import { merged, type Part } from './part.ts';

/** One host and path that an Ingress leads somewhere, and what Traefik calls it. */
export interface Place {
  readonly host: string;
  readonly path: string;

  /** Traefik's name for the way by HTTPS, with which the names of all that stands in front of it begin. */
  readonly router: string;

  /** Traefik's name for where it leads. */
  readonly service: string;
}

/** One Ingress as Traefik sees it. */
export interface PublishedWay {
  /** `namespace-name`, the only one of its kind. */
  readonly name: string;

  readonly places: readonly Place[];
  readonly demands: Way['demands'];

  /** Where it leads, and for how many seconds the first byte may take, if the file has to say so. */
  readonly server?: { readonly endpoint: string; readonly answer: number };
}

/** What is published together: the hosts of one SecureIngress, and its ways. */
export interface Published {
  readonly hosts: readonly string[];
  readonly ways: readonly PublishedWay[];
}

/** The file that Traefik reads beside the Ingresses. */
export interface TraefikFile {
  readonly http: Part;
}

/** Name under which the entry point finds what takes identity headers away from every request. */
export const IDENTITY = 'identity';

/**
 * What annotations cannot say, in a file of Traefik's own: its provider for them puts the password before the range and
 * the rate, redirects before everything, and has one time for the first byte and for the next.
 *
 * The Ingresses stay whole without it: what is wrong in the file leaves the guard and the range of the Ingress in front.
 */
export function traefikFile(published: readonly Published[]): TraefikFile {
  const ways = published.flatMap((one) => one.ways);
  return { http: merged([{ middlewares: { [IDENTITY]: withoutIdentity() } }, gates(published), lanes(ways)]) };
}

/** An empty value takes a header away. */
function withoutIdentity() {
  const empty = Object.fromEntries(IDENTITY_HEADERS.map((header) => [header, '']));
  return { headers: { customRequestHeaders: empty } };
}
