import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { SecureIngress } from '../../../../constructs/secure-ingress/index.ts';
import type { Place, Published, PublishedWay } from './file.ts';

/** Everything that an app publishes, as it stands in its Ingresses: to be asked once all of them are made. */
export function publishedIn(scope: IConstruct): Published[] {
  return scope.node.root.node
    .findAll()
    .filter((construct): construct is SecureIngress => construct instanceof SecureIngress)
    .map(({ hosts, ways }) => ({ hosts, ways: ways.map(published) }));
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

function published({ ingress, demands, endpoint, answer }: SecureIngress['ways'][number]): PublishedWay {
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
