import { Duration, Size } from 'cdk8s';
import { type ServiceProcess, TeamService, type TeamServiceProps } from '../../constructs/team-service/index.ts';
import type { CronPlan, Plan, ProcessPlan, ServicePlan, TaskPlan, WebPlan, WorkerPlan } from '../../site/plan/index.ts';
import { prunedLast } from '../argo-cd/sync.ts';
import type { Build } from '../folder.ts';
import { serviceOf } from './team-of.ts';

/** The folder of a service of a team: its processes, their variables and its name. */
export const buildService: Build = (chart, plan) => {
  const { variables } = new TeamService(chart, 'Service', propsOf(serviceOf(chart, plan), plan));
  if (variables) prunedLast(variables);
};

/** A service of the plan, in the words of the constructs. */
export function propsOf(service: ServicePlan, { cloud }: Pick<Plan, 'cloud'>): TeamServiceProps {
  const { name, image, user, pullSecret, variables, scratch, web, workers, cron, tasks } = service;
  return {
    ...{ name, image, user, variables, secrets: secretsOf(service) },
    ...(pullSecret !== undefined && { pullSecret }),
    sizesFrom: `teams/${service.owner.team}.ts states them`,
    scratch: each(scratch, ({ mebibytes }) => Size.mebibytes(mebibytes)),
    apart: Object.keys(cloud.nodes).length > 1,
    ...(web && { web: webOf(web) }),
    workers: each(workers, workerOf),
    cron: each(cron, cronOf),
    tasks: each(tasks, taskOf),
  };
}

/** Each key of its Secret is a variable of the same name. */
function secretsOf({ secret }: ServicePlan) {
  return Object.fromEntries((secret?.keys ?? []).map((key) => [key, { secret: secret?.name as string, key }]));
}

function webOf({ drainSeconds, health, metrics, port, protocol, replicas, ...process }: WebPlan) {
  const { ready, alive, warm } = health;
  return {
    ...processOf(process),
    ...{ port, protocol, replicas, drain: Duration.seconds(drainSeconds) },
    health: { ready, alive, ...(warm && { warm: { path: warm.path, within: Duration.seconds(warm.withinSeconds) } }) },
    ...(metrics && { metrics }),
  };
}

function workerOf({ replicas, single, drainSeconds, ...process }: WorkerPlan) {
  return { ...processOf(process), replicas, single, drain: Duration.seconds(drainSeconds) };
}

function cronOf({ schedule, zone, withinSeconds, ...process }: CronPlan) {
  return { ...processOf(process), schedule, zone, within: Duration.seconds(withinSeconds) };
}

function taskOf({ withinSeconds, ...process }: TaskPlan) {
  return { ...processOf(process), within: Duration.seconds(withinSeconds) };
}

function processOf({ command, size }: ProcessPlan): ServiceProcess {
  const { millicores: cpuMillis, memoryMebibytes } = size;
  return { ...(command && { command }), size: { cpuMillis, memoryMebibytes } };
}

function each<One, Other>(all: Readonly<Record<string, One>>, change: (one: One) => Other): Record<string, Other> {
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, change(one)]));
}
