import { Chart } from 'cdk8s';
import { HttpIngressPathType, Ingress, IngressBackend, type IngressRule, Secret, type Service } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { EXPOSURE_LABEL, type Labels, labelsOf } from '../../kubernetes/labels.ts';
import { needsSecrets, needsServices } from '../external.ts';
import { labelFrom } from '../names.ts';
import { refuse } from '../refuse.ts';
import { adapters, annotationsFor, type Demands, ONLY_HTTPS } from './annotations.ts';
import { demandsOf, marks, type PropsAtEdge, sourcesDemand, tellsWaitsApart, waitsOf } from './demands.ts';
import { AnswerHeaders, certificateFor, edgeFrom } from './edge.ts';
import type { Redirect } from './limits.ts';
import { problems } from './problems.ts';
import { type Backend, Exposure, type SecureIngressProps } from './secure-ingress-props.ts';

/**
 * The route from outside to a service: its hosts, its certificate, who may come and what stands in front.
 *
 * The chart in which it is made must have a namespace, the one of the backend.
 *
 * @example
 * new SecureIngress(chart, 'Ingress', {
 *   host: 'photos.example.org', backend: { service }, guard: Guard.basic({ secret: 'photos-users' }),
 *   edge: { issuer: 'letsencrypt' },
 * });
 */
export class SecureIngress extends Construct {
  /** Every host that leads here; none with `Exposure.CLUSTER`. */
  readonly hosts: readonly string[];

  /** What stands in each of its Ingresses, for a controller that is told more than annotations say. */
  readonly routes: Route[] = [];

  private readonly ingressName: string;
  private readonly labels: Labels;

  constructor(scope: Construct, id: string, stated: SecureIngressProps) {
    super(scope, id);
    const props = { ...stated, edge: edgeFrom(stated.edge) };
    const { exposure = Exposure.PUBLIC, backend } = props;
    this.ingressName = props.name ?? nameOfService(backend);
    this.hosts = exposure === Exposure.CLUSTER ? [] : hostsOf(props);
    this.labels = {
      ...labelsOf({ name: this.ingressName, component: 'edge', folder: Chart.of(this).node.id }),
      [EXPOSURE_LABEL]: exposure,
    };
    const demands = demandsOf(props);
    refuse(this, problems(props, adapters[props.edge.controller], demands));
    if (exposure !== Exposure.CLUSTER) this.defineRoute(props, demands);
  }

  private defineRoute(props: PropsAtEdge, demands: Demands): void {
    const { issuer, strictTransport } = props.edge;
    const certificate = issuer && { name: this.ingressName, hosts: this.hosts, issuer, labels: this.labels };
    const secret = certificate && certificateFor(this, certificate);
    const headers: Pick<Demands, 'answerHeaders'> = strictTransport
      ? { answerHeaders: AnswerHeaders.of(this).reference }
      : {};

    const paths = { [props.path ?? '/']: props.backend, ...props.paths };
    this.defineIngress('Resource', props, {
      name: this.ingressName,
      secret,
      paths,
      demands: { ...demands, ...headers },
    });
    for (const [path, redirect] of Object.entries(props.redirects ?? {})) {
      this.defineRedirect(props, path, redirect, secret, headers);
    }
  }

  /** A path that leads elsewhere has an Ingress of its own: annotations are for all paths of one. */
  private defineRedirect(
    props: PropsAtEdge,
    path: string,
    redirect: Redirect,
    secret: string | undefined,
    headers: Pick<Demands, 'answerHeaders'>,
  ): void {
    const name = labelFrom(`${this.ingressName}-redirect${path}`);
    const demands = { redirect, ...sourcesDemand(props), ...headers };
    this.defineIngress(`Redirect ${path}`, props, { name, secret, paths: { [path]: props.backend }, demands });
  }

  private defineIngress(id: string, props: PropsAtEdge, { name, secret, paths, demands }: Stated): void {
    const { controller, ingressClass } = props.edge;
    const adapter = adapters[controller];
    const certificate = secret && Secret.fromSecretName(this, `${id} certificate`, secret);
    const ingress = new Ingress(this, id, {
      metadata: {
        name,
        labels: this.labels,
        annotations: { ...ONLY_HTTPS, ...annotationsFor(adapter, { ...demands, ...marks(props, demands) }) },
      },
      className: ingressClass,
      rules: rules(props, paths),
      tls: [{ hosts: [...this.hosts], ...(certificate && { secret: certificate }) }],
    });
    this.routes.push({ ingress, demands, ...(!demands.redirect && serverOf(props)) });
    needsSecrets(ingress, demands.basic ? [demands.basic.secret] : []);
    needsServices(ingress, madeByCharts(Object.values(paths)));
  }
}

/** One Ingress as it was made. */
export interface Route {
  readonly ingress: Ingress;

  /** What the controller is told of it. */
  readonly demands: Demands;

  /** Address and port behind the Service, where first byte and next byte are two times. */
  readonly endpoint?: string;

  /** Seconds for the first byte, where they are two. */
  readonly answer?: number;
}

/** One Ingress: what leads where, and what the controller is told of it. */
interface Stated {
  readonly name: string;

  /** Secret with the certificate; without one the controller shows its own. */
  readonly secret: string | undefined;

  readonly paths: Readonly<Record<string, Backend>>;
  readonly demands: Demands;
}

function serverOf(props: PropsAtEdge): Pick<Route, 'endpoint' | 'answer'> {
  const { endpoint } = props.backend;
  return endpoint && tellsWaitsApart(props) ? { endpoint, answer: waitsOf(props).answer } : {};
}

/** Every host for which there must be a certificate. */
function hostsOf({ host, otherHosts = [], www }: SecureIngressProps): string[] {
  return [host, ...otherHosts, ...(www ? [`www.${host}`] : [])];
}

function rules({ host, otherHosts = [] }: SecureIngressProps, paths: Readonly<Record<string, Backend>>): IngressRule[] {
  return [host, ...otherHosts].flatMap((name) =>
    Object.entries(paths).map(([path, backend]) => ({
      host: name,
      path,
      pathType: HttpIngressPathType.PREFIX,
      backend: ingressBackend(backend),
    })),
  );
}

/** Name of the Service that answers. */
function nameOfService({ service }: Backend): string {
  return typeof service === 'string' ? service : service.name;
}

/** Names of the Services among some backends that a Helm chart makes. */
function madeByCharts(backends: readonly Backend[]): string[] {
  return backends.flatMap(({ service, elsewhere }) => (typeof service === 'string' && !elsewhere ? [service] : []));
}

/** A backend as cdk8s-plus takes it. Of a Service it reads the name and the ports, which is all that a chart's has here. */
function ingressBackend({ service, port }: Backend): IngressBackend {
  const named = typeof service === 'string' ? ({ name: service, ports: [{ port }] } as unknown as Service) : service;
  return IngressBackend.fromService(named, port === undefined ? {} : { port });
}
