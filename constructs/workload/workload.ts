import { ApiObject, Chart } from 'cdk8s';
import {
  type CronJob,
  DaemonSet,
  Deployment,
  type Job,
  LabelSelector,
  Node,
  NodeLabelQuery,
  Service,
} from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ANNOTATION } from '../../kubernetes/annotations.ts';
import { type Labels, labelsOf, selectorOf } from '../../kubernetes/labels.ts';
import { needsSecrets } from '../external.ts';
import { OneAtATime, spread } from './controllers/apart.ts';
import { deploymentOf } from './controllers/deployment.ts';
import { byClock, once, onDemand } from './controllers/jobs.ts';
import { servesOnSeconds } from './pod/ending.ts';
import { harden, unconfine } from './pod/harden.ts';
import { neededSecrets, podOf, writtenMebibytes } from './pod/pod.ts';
import { Runs } from './runs.ts';
import type { WorkloadProps } from './workload-props.ts';

/** Key under which the constructs around a workload know its priority class. */
const PRIORITY = 'armstead/priority';

/**
 * A process that runs hardened, is found by its name and is replaced without a lost request.
 *
 * @example
 * new Workload(chart, 'Metrics', {
 *   name: 'metrics', component: 'metrics', image: images.victoriaMetrics, user: 10_001,
 *   ports: { http: 8428 }, health: { ready: Check.http('/health', 8428) }, resources: { ... },
 * });
 */
export class Workload extends Construct {
  /** What the API server sees: the Deployment, the DaemonSet, the Job or the CronJob. */
  readonly controller: ApiObject;

  /** The name under which others find it, where it has ports. */
  readonly service: Service | undefined;

  /**
   * Gives all workloads in a chart or another construct a priority class, but for those that name their own.
   *
   * It must come before the first construct is made in the scope; later ones throw.
   */
  static defaultPriority(scope: Construct, priorityClass: string): void {
    scope.node.setContext(PRIORITY, priorityClass);
  }

  constructor(scope: Construct, id: string, props: WorkloadProps) {
    super(scope, id);
    const folder = Chart.of(this).node.id;
    // What a chart says of everything in it is said of pods too.
    const own = labelsOf({ name: props.name, component: props.component, folder });
    const labels = { ...Chart.of(this).labels, ...own, ...props.labels };
    const selector = selectorOf({ name: props.name, folder });

    const controller = this.defineController(props, labels);
    // A Job finds its pods by a label of the API server's own.
    const isLasting = controller instanceof Deployment || controller instanceof DaemonSet;
    if (isLasting) controller.select(LabelSelector.of({ labels: { ...selector } }));
    controller.metadata.addAnnotation(ANNOTATION.requestsSource, props.resources.source);
    harden(controller, {
      servesOn: servesOnSeconds(props),
      priority: props.priority ?? this.node.tryGetContext(PRIORITY),
      written: writtenMebibytes(props),
    });
    if (props.node?.files) unconfine(controller);
    this.controller = ApiObject.of(controller);
    needsSecrets(controller, neededSecrets(props));
    this.service = this.defineService(props, labels, selector);
    if (props.apart) {
      spread(controller, selector);
      new OneAtATime(this, 'Disruptions', { name: props.name, labels, selector });
    }
  }

  private defineController(props: WorkloadProps, labels: Labels): Deployment | DaemonSet | Job | CronJob {
    const pod = podOf(this, props, labels);
    const runs = props.runs ?? Runs.replicas(1);
    switch (runs.kind) {
      case 'once':
        return once(this, pod);
      case 'by-clock':
        return byClock(this, pod, labels, runs);
      case 'on-demand':
        return onDemand(this, props.name, pod, labels, runs);
      case 'every-node':
        return this.defineDaemonSet(pod, runs.labels);
      default:
        return deploymentOf(this, pod, runs, props);
    }
  }

  private defineDaemonSet(pod: ReturnType<typeof podOf>, labels: Labels): DaemonSet {
    const set = new DaemonSet(this, 'Resource', pod);
    const wanted = Object.entries(labels).map(([key, value]) => NodeLabelQuery.is(key, value));
    if (wanted.length > 0) set.scheduling.attract(Node.labeled(...wanted));
    return set;
  }

  private defineService(props: WorkloadProps, labels: Labels, selector: Labels): Service | undefined {
    if (!props.ports) return undefined;
    const service = new Service(this, 'Service', {
      metadata: { name: props.name, labels },
      ports: Object.entries(props.ports).map(([name, port]) => ({ name, port })),
    });
    for (const [key, value] of Object.entries(selector)) service.selectLabel(key, value);
    return service;
  }
}
