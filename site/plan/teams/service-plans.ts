import type { Site } from '../../site.ts';
import type { Team } from '../../team/team.ts';
import { baseFolder, serviceFolder } from './folders.ts';
import { imageOf, pullSecretOf } from './images.ts';
import type { ServiceThere } from './in-environment.ts';
import type { ReleasedService } from './released.ts';
import { secretOfService } from './secrets.ts';
import type { CronPlan, ProcessPlan, ServicePlan, SizePlan, TaskPlan, WebPlan, WorkerPlan } from './service-plan.ts';
import { usePlan } from './uses.ts';

type Planned = Pick<Site, 'home' | 'teams' | 'registries'>;

/** The user of processes: a number that no image names for something else, and that is not root. */
const USER = 10_001;

/** The smallest of the sizes that have a word. */
const SMALL = { cpu: 50, memory: { mebibytes: 128 } };

/** Most programs write something there; they cannot write anywhere else. */
const SCRATCH = { '/tmp': { mebibytes: 64 } };

/** How long a process gets to finish what it does. */
const DRAIN = { seconds: 30 };

/** How long a task may run. */
const TASK = { seconds: 3600 };

/** A service that is released in an environment, with every default filled in. */
export function servicePlan(site: Planned, one: ReleasedService, host: string | undefined): ServicePlan {
  const { team, of, service, environment, there, released, path } = one;
  const uses = (there.uses ?? []).map((written) => usePlan(site, { written, team, environment }));
  const pullSecret = pullSecretOf(site, there.image);
  const secret = secretOf(service, there, released.secrets);
  return {
    owner: { kind: 'team', team, environment },
    ...{ name: service, about: aboutOf(there, of), path, uses, usedBy: [] },
    folder: serviceFolder(team, environment, service),
    namespace: baseFolder(team, environment),
    ...{ repository: there.image, version: released.version, image: imageOf(there.image, released.version) },
    user: there.user ?? USER,
    ...(pullSecret !== undefined && { pullSecret }),
    variables: {
      ...(there.port !== undefined && { PORT: `${there.port}` }),
      ENVIRONMENT: environment,
      ...Object.assign({}, ...uses.map(({ variables }) => variables)),
      ...there.env,
    },
    ...(secret && { secret }),
    scratch: { ...SCRATCH, ...there.scratch },
    ...webOf(there, host),
    ...processesOf(there),
    alerts: there.alerts ?? {},
  };
}

function aboutOf({ about }: ServiceThere, team: Team): string {
  return about ?? team.about;
}

function secretOf(service: string, { secrets }: ServiceThere, version?: number): ServicePlan['secret'] {
  return secrets && { name: secretOfService(service, version), keys: secrets };
}

function webOf(there: ServiceThere, host: string | undefined): Pick<ServicePlan, 'web'> {
  const { port, health, replicas = 1, drain = DRAIN, metrics } = there;
  if (port === undefined || !health) return {};
  const { ready, alive, warm } = health;
  const web: WebPlan = {
    ...processOf(there, there),
    ...{ port, protocol: 'http', replicas, drainSeconds: drain.seconds },
    health: { ready, alive, ...(warm && { warm: { path: warm.path, withinSeconds: warm.within.seconds } }) },
    ...(metrics !== undefined && { metrics: { port, path: metrics } }),
    ...(host !== undefined && { host }),
  };
  return { web };
}

function processesOf(there: ServiceThere): Pick<ServicePlan, 'workers' | 'cron' | 'tasks'> {
  const each = <One extends object, Plan>(all: Readonly<Record<string, One>> = {}, plan: (one: One) => Plan) =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [name, plan(one)]));
  return {
    workers: each(
      there.workers,
      ({ replicas = 1, single = false, drain = DRAIN, ...process }): WorkerPlan => ({
        ...processOf(process, there),
        ...{ replicas, single, drainSeconds: drain.seconds },
      }),
    ),
    cron: each(
      there.cron,
      ({ schedule, zone = 'Etc/UTC', within, ...process }): CronPlan => ({
        ...processOf(process, there),
        ...{ schedule, zone, withinSeconds: within.seconds },
      }),
    ),
    tasks: each(
      there.tasks,
      ({ command, within = TASK, ...process }): TaskPlan => ({
        ...processOf(process, there),
        ...{ command, withinSeconds: within.seconds },
      }),
    ),
  };
}

/** A process has the size of its service, unless it says otherwise. */
function processOf(
  { command, size }: Pick<ServiceThere, 'command' | 'size'>,
  { size: common = SMALL }: Pick<ServiceThere, 'size'>,
): ProcessPlan {
  return { ...(command && { command }), size: sizeOf(size ?? common) };
}

function sizeOf({ cpu, memory }: NonNullable<ServiceThere['size']>): SizePlan {
  return { millicores: cpu, memoryMebibytes: memory.mebibytes };
}
