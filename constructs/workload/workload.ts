import { ApiObject, Chart } from 'cdk8s';
import {
  DaemonSet,
  Deployment,
  DeploymentStrategy,
  Job,
  LabelSelector,
  Node,
  NodeLabelQuery,
  PercentOrAbsolute,
  RestartPolicy,
  Service,
} from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { type Labels, labelsOf, selectorOf } from '../../site/plan/labels.ts';
import { STORAGE_NODE } from '../../site/plan/volumes.ts';
import { needsSecrets } from '../made-elsewhere.ts';
import { refine } from '../refine.ts';
import { boundDisk } from './disk.ts';
import { harden } from './harden.ts';
import { neededSecrets, podOf, writtenMebibytes } from './pod.ts';
import { prioritise } from './priority.ts';
import { RESOURCES_SOURCE } from './resources.ts';
import { Runs } from './runs.ts';
import { unconfine } from './unconfine.ts';
import type { WorkloadProps } from './workload-props.ts';

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
  /** What the API server sees: the Deployment, the DaemonSet or the Job. */
  readonly controller: ApiObject;

  /** The name under which others find it, where it has ports. */
  readonly service: Service | undefined;

  constructor(scope: Construct, id: string, props: WorkloadProps) {
    super(scope, id);
    const folder = Chart.of(this).node.id;
    // What a chart says of everything in it is said of pods too.
    const labels = { ...Chart.of(this).labels, ...labelsOf({ name: props.name, component: props.component, folder }) };
    const selector = selectorOf({ name: props.name, folder });

    const controller = this.defineController(props, labels);
    // A Job finds its pods by a label of the API server's own.
    if (!(controller instanceof Job)) controller.select(LabelSelector.of({ labels: { ...selector } }));
    controller.metadata.addAnnotation(RESOURCES_SOURCE, props.resources.source);
    refine(controller, (rendered) => {
      harden(rendered, props.ports !== undefined);
      prioritise(rendered, props.priority);
      boundDisk(rendered, writtenMebibytes(props));
    });
    if (props.node?.files) unconfine(controller);
    this.controller = ApiObject.of(controller);
    needsSecrets(controller, neededSecrets(props));
    this.service = this.defineService(props, labels, selector);
  }

  private defineController(props: WorkloadProps, labels: Labels): Deployment | DaemonSet | Job {
    const pod = podOf(this, props, labels);
    const runs = props.runs ?? Runs.replicas(1);
    if (runs.kind === 'once')
      return new Job(this, 'Resource', { ...pod, restartPolicy: RestartPolicy.NEVER, backoffLimit: 2 });
    if (runs.kind === 'every-node') {
      const set = new DaemonSet(this, 'Resource', pod);
      if (runs.storageNode) set.scheduling.attract(Node.labeled(NodeLabelQuery.is(STORAGE_NODE, runs.storageNode)));
      return set;
    }
    return runs.kind === 'alone'
      ? new Deployment(this, 'Resource', { ...pod, replicas: 1, strategy: DeploymentStrategy.recreate() })
      : new Deployment(this, 'Resource', { ...pod, replicas: runs.count, strategy: rolling() });
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

function rolling(): DeploymentStrategy {
  return DeploymentStrategy.rollingUpdate({
    maxSurge: PercentOrAbsolute.absolute(1),
    maxUnavailable: PercentOrAbsolute.absolute(0),
  });
}
