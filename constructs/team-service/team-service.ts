import { type ApiObject, Chart, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { labelsOf, PROCESS_LABEL, SERVICE_LABEL, WEB_PROCESS } from '../../kubernetes/labels.ts';
import { processName } from '../../kubernetes/process-name.ts';
import { GO_MEMORY_LIMIT, type Resources, Runs, Workload, type WorkloadProps } from '../workload/index.ts';
import type {
  CronProcess,
  ServiceProcess,
  TaskProcess,
  TeamServiceProps,
  WebProcess,
  WorkerProcess,
} from './team-service-props.ts';
import { variablesMap } from './variables.ts';
import { healthOf, releasedWithin } from './web-health.ts';

/** How often the processor that is reserved for a process may be used while others leave it. */
const BURST = 4;

/** Name of the port at which requests are answered. */
const HTTP = 'http';

/** Name of the port of metrics, where they have one of their own. */
const METRICS = 'metrics';

/**
 * Time for which a process still answers after it was told to end. Measured on a node with Traefik before it: none lost a
 * request with 2 seconds or more, and many with 1.
 */
const SERVES_ON = Duration.seconds(5);

/** Time in which what runs to its end may finish when it is told to end before that. */
const JOB_DRAIN = Duration.seconds(30);

/** Git remembers all versions; two that Kubernetes remembers are enough to look at. */
const PAST_VERSIONS = 2;

/** What one process has and the others do not. */
type Own = Partial<WorkloadProps> & { readonly runs: Runs };

/**
 * A service of one image with all of its processes: one that answers requests, workers, what starts by the clock, and
 * what somebody starts by hand. All of them are restricted, have the same variables, and are replaced without a lost
 * request.
 *
 * @example
 * new TeamService(chart, 'Shop', {
 *   name: 'shop', image: 'ghcr.io/you/shop:1.4.2', user: 10_001, sizesFrom: 'measured on a laptop',
 *   web: {
 *     port: 8080, health: { ready: '/ready', alive: '/alive' }, drain: Duration.seconds(30),
 *     size: { cpuMillis: 50, memoryMebibytes: 128 },
 *   },
 * });
 */
export class TeamService extends Construct {
  /**
   * The variables, where there are any. Pods of older versions read the one that was released with them until the new
   * ones serve: whoever removes it waits for that.
   */
  readonly variables: ApiObject | undefined;

  /** The process that answers requests, where there is one. */
  readonly web: Workload | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: TeamServiceProps,
  ) {
    super(scope, id);
    const { web, workers = {}, cron = {}, tasks = {} } = props;
    this.variables = this.defineVariables();
    this.web = web && this.defineWeb(web);
    for (const [name, worker] of Object.entries(workers)) this.defineWorker(name, worker);
    for (const [name, process] of Object.entries(cron)) this.defineCron(name, process);
    for (const [name, task] of Object.entries(tasks)) this.defineTask(name, task);
  }

  private defineVariables(): ApiObject | undefined {
    const { name, variables = {} } = this.props;
    if (Object.keys(variables).length === 0) return undefined;
    const own = labelsOf({ name, component: 'variables', folder: Chart.of(this).node.id });
    return variablesMap(this, name, variables, { ...Chart.of(this).labels, ...own, [SERVICE_LABEL]: name });
  }

  private defineWeb(web: WebProcess): Workload {
    const { port, replicas = 1, metrics, drain } = web;
    const isBeside = metrics !== undefined && metrics.port !== port;
    return this.define(WEB_PROCESS, this.props.name, web, {
      ...{ runs: Runs.replicas(replicas), apart: this.isApart(replicas), ending: { servesOn: SERVES_ON, drain } },
      ports: { [HTTP]: port, ...(isBeside && { [METRICS]: metrics.port }) },
      ...(metrics && { metrics: { port: isBeside ? METRICS : HTTP, path: metrics.path } }),
      ...{ health: healthOf(web), releasedWithin: releasedWithin(web.health) },
    });
  }

  private defineWorker(process: string, worker: WorkerProcess): void {
    const { replicas = 1, single = false, drain } = worker;
    this.defineBeside(process, worker, {
      ...(single ? { runs: Runs.alone() } : { runs: Runs.replicas(replicas), apart: this.isApart(replicas) }),
      ...{ ending: { drain }, releasedWithin: releasedWithin() },
    });
  }

  private defineCron(process: string, { schedule, zone, within, ...cron }: CronProcess): void {
    const runs = Runs.byClock({ schedule, within, ...(zone !== undefined && { zone }) });
    this.defineBeside(process, cron, { runs, ending: { drain: JOB_DRAIN } });
  }

  private defineTask(process: string, { within, ...task }: TaskProcess): void {
    this.defineBeside(process, task, { runs: Runs.onDemand(within), ending: { drain: JOB_DRAIN } });
  }

  private isApart(replicas: number): boolean {
    return (this.props.apart ?? false) && replicas > 1;
  }

  private defineBeside(process: string, of: ServiceProcess, own: Own): Workload {
    return this.define(process, processName(this.props.name, process), of, own);
  }

  private define(process: string, name: string, { command, size }: ServiceProcess, own: Own): Workload {
    const { name: service, image, user, pullSecret, scratch } = this.props;
    return new Workload(this, `Process ${process}`, {
      ...{ name, component: process, image, user, resources: this.resourcesOf(size) },
      labels: { [SERVICE_LABEL]: service, [PROCESS_LABEL]: process },
      ...(pullSecret !== undefined && { pullSecret }),
      ...(command && { command }),
      ...(scratch && { scratch }),
      ...{ ...this.variablesFor(own.runs), pastVersions: PAST_VERSIONS },
      ...own,
    });
  }

  private resourcesOf({ cpuMillis, memoryMebibytes }: ServiceProcess['size']): Resources {
    return {
      cpuMillis: { request: cpuMillis, limit: BURST * cpuMillis },
      memoryMebibytes: { request: memoryMebibytes, limit: memoryMebibytes },
      source: this.props.sizesFrom,
    };
  }

  /**
   * What runs to its end states its variables itself: it may outlive the version that it began with, and the ConfigMap of
   * that version goes when the next one serves.
   */
  private variablesFor({ kind }: Runs) {
    const { variables = {}, secrets = {} } = this.props;
    const isLasting = kind === 'replicas' || kind === 'alone';
    if (!isLasting || !this.variables) return { environment: { ...variables, ...secrets } };
    // What the workload would say by itself, it says only where nobody else does.
    const stated = Object.entries(variables).filter(([name]) => name === GO_MEMORY_LIMIT);
    return { environmentFrom: this.variables.name, environment: { ...Object.fromEntries(stated), ...secrets } };
  }
}
