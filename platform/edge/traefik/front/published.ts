import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type Route, SecureIngress } from '../../../../constructs/secure-ingress/index.ts';

/** One host and path that an Ingress leads somewhere, and what Traefik calls it. */
export interface Place {
  readonly host: string;
  readonly path: string;

  /** Traefik's name for the route by HTTPS, with which the names of all that stands in front of it begin. */
  readonly router: string;

  /** Traefik's name for where it leads. */
  readonly service: string;
}

/** One Ingress as Traefik sees it. */
export interface PublishedRoute {
  /** `namespace-name`, the only one of its kind. */
  readonly name: string;

  readonly places: readonly Place[];
  readonly demands: Route['demands'];

  /** Where it leads, and for how many seconds the first byte may take, if the file has to say so. */
  readonly server?: { readonly endpoint: string; readonly answer: number };
}

/** What is published together: the hosts of one SecureIngress, and its routes. */
export interface Published {
  readonly hosts: readonly string[];
  readonly routes: readonly PublishedRoute[];
}

/** Everything that an app publishes, as it stands in its Ingresses: to be read once all of them are made. */
export function publishedIn(scope: IConstruct): Published[] {
  return scope.node.root.node
    .findAll()
    .filter((construct): construct is SecureIngress => construct instanceof SecureIngress)
    .map(({ hosts, routes }) => ({ hosts, routes: routes.map(published) }));
}

/** The parts of an Ingress that say what leads where. */
interface RenderedIngress {
  readonly metadata: { readonly namespace: string; readonly name: string };
  readonly spec: { readonly rules: readonly { readonly host: string; readonly http: { readonly paths: Paths } }[] };
}

type Paths = readonly {
  readonly path: string;
  readonly backend: { readonly service: { readonly name: string; readonly port: { readonly number: number } } };
}[];

function published({ ingress, demands, endpoint, answer }: SecureIngress['routes'][number]): PublishedRoute {
  const { metadata, spec } = ApiObject.of(ingress).toJson() as RenderedIngress;
  const name = plain(`${metadata.namespace}-${metadata.name}`);
  const places = spec.rules.flatMap(({ host, http }, rule) =>
    http.paths.map(
      ({ path, backend: { service } }, index): Place => ({
        host,
        path,
        router: `${name}-rule-${rule}-path-${index}-tls`,
        service: plain(`${name}-${service.name}-${service.port.number}`),
      }),
    ),
  );
  return { name, places, demands, ...(endpoint && answer && { server: { endpoint, answer } }) };
}

/** A name as Traefik writes it: letters and digits, and one hyphen for all between them. */
function plain(name: string): string {
  return name.split(/[^\p{L}\p{N}]+/u).join('-');
}
