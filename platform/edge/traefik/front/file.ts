import { IDENTITY_HEADERS } from '../../../../site/plan/index.ts';
import { gates } from './gates.ts';
import { lanes } from './lanes.ts';
import { merged, type Part } from './part.ts';
import type { Published } from './published.ts';

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
  const routes = published.flatMap((one) => one.routes);
  return { http: merged([{ middlewares: { [IDENTITY]: withoutIdentity() } }, gates(published), lanes(routes)]) };
}

/** An empty value takes a header away. */
function withoutIdentity() {
  const empty = Object.fromEntries(IDENTITY_HEADERS.map((header) => [header, '']));
  return { headers: { customRequestHeaders: empty } };
}
