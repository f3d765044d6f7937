import { Chart } from 'cdk8s';
import { HttpIngressPathType, Ingress, type IngressRule, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { EDGE_CLASS, EXPOSURE_LABEL } from '../../site/plan/edge.ts';
import { type Labels, labelsOf } from '../../site/plan/labels.ts';
import { labelFrom } from '../../site/plan/names.ts';
import { needsSecrets, needsServices } from '../made-elsewhere.ts';
import { refuse } from '../refuse.ts';
import { AnswerHeaders } from './answer-headers.ts';
import { ingressBackend, madeByCharts, nameOfService } from './backend.ts';
import { certificateFor } from './certificate.ts';
import { type Adapter, adapters, annotationsFor, type Demands, ONLY_HTTPS } from './controllers/index.ts';
import { demandsOf, marks, sourcesDemand } from './demands-of.ts';
import { Exposure } from './exposure.ts';
import type { Redirect } from './limits.ts';
import { problems } from './problems.ts';
import type { Backend, SecureIngressProps } from './secure-ingress-props.ts';
import { tellsWaitsApart, waitsOf } from './waits.ts';

/**
 * The way from outside to a service: its hosts, its certificate, who may come and what stands in front.
 *
 * The chart in which it is made must have a namespace, the one of the backend.
 *
 * @example
 * new SecureIngress(chart, 'Ingress', {
 *   edge: edgePlan(site), host: 'photos.example.org', backend: { service, port: 80 },
 *   guard: Guard.signOn({ groups: ['you:family'] }),
 * });
 */
export class SecureIngress extends Construct {
  /** Every host that leads here; none with `Exposure.CLUSTER`. */
  readonly hosts: readonly string[];

  /** What stands in each of its Ingresses, for a controller that is told more than annotations say. */
  readonly ways: Way[] = [];

  private readonly adapter: Adapter;
  private readonly ingressName: string;
  private readonly labels: Labels;

  constructor(scope: Construct, id: string, props: SecureIngressProps) {
    super(scope, id);
    const { edge, exposure = Exposure.PUBLIC, backend } = props;
    this.adapter = adapters[edge.controller];
    this.ingressName = props.name ?? nameOfService(backend);
    this.hosts = exposure === Exposure.CLUSTER ? [] : hostsOf(props);
    this.labels = {
      ...labelsOf({ name: this.ingressName, component: 'edge', folder: Chart.of(this).node.id }),
      [EXPOSURE_LABEL]: exposure,
    };
    const demands = demandsOf(props);
    refuse(this, problems(props, this.adapter, demands));
    if (exposure !== Exposure.CLUSTER) this.defineWay(props, demands);
  }

  private defineWay(props: SecureIngressProps, demands: Demands): void {
    const { certificates } = props.edge;
    const secret = certificateFor(this, {
      name: this.ingressName,
      hosts: this.hosts,
      certificates,
      labels: this.labels,
    });
    const headers: Pick<Demands, 'answerHeaders'> =
      certificates === 'production' ? { answerHeaders: AnswerHeaders.of(this).reference } : {};

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
    props: SecureIngressProps,
    path: string,
    redirect: Redirect,
    secret: string,
    headers: Pick<Demands, 'answerHeaders'>,
  ): void {
    const name = labelFrom(`${this.ingressName}-redirect${path}`);
    const demands = { redirect, ...sourcesDemand(props), ...headers };
    this.defineIngress(`Redirect ${path}`, props, { name, secret, paths: { [path]: props.backend }, demands });
  }

  private defineIngress(id: string, props: SecureIngressProps, { name, secret, paths, demands }: Stated): void {
    const ingress = new Ingress(this, id, {
      metadata: {
        name,
        labels: this.labels,
        annotations: { ...ONLY_HTTPS, ...annotationsFor(this.adapter, { ...demands, ...marks(props, demands) }) },
      },
      className: EDGE_CLASS,
      rules: rules(props, paths),
      tls: [{ hosts: [...this.hosts], secret: Secret.fromSecretName(this, `${id} certificate`, secret) }],
    });
    this.ways.push({ ingress, demands, ...(!demands.redirect && serverOf(props)) });
    needsSecrets(ingress, demands.basic ? [demands.basic.secret] : []);
    needsServices(ingress, madeByCharts(Object.values(paths)));
  }
}

/** One Ingress as it was made. */
export interface Way {
  readonly ingress: Ingress;

  /** What the controller is asked on the way. */
  readonly demands: Demands;

  /** Address and port behind the Service, where first byte and next byte are two times. */
  readonly endpoint?: string;

  /** Seconds for the first byte, where they are two. */
  readonly answer?: number;
}

/** One Ingress: what leads where, and what the controller is asked on the way. */
interface Stated {
  readonly name: string;

  /** Secret with the certificate. */
  readonly secret: string;

  readonly paths: Readonly<Record<string, Backend>>;
  readonly demands: Demands;
}

function serverOf(props: SecureIngressProps): Pick<Way, 'endpoint' | 'answer'> {
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
