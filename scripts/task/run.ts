import { setTimeout } from 'node:timers/promises';
import { Failure } from '../failure.ts';
import { type Kubectl, read } from '../kubectl.ts';
import type { Chosen } from './choice.ts';

/** Exit codes, as `timeout` of coreutils has them for what took too long. */
const DONE = 0;
const FAILED = 1;
const TIME_IS_UP = 124;

/** Milliseconds between two looks at a Job: a person waits, and the API server hardly notices. */
const PAUSE = 1000;

interface Job {
  readonly status?: { readonly conditions?: readonly Condition[] };
}

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

interface Pod {
  readonly metadata: { readonly name: string };
  readonly status?: {
    readonly phase?: string;
    readonly conditions?: readonly Condition[];
    readonly containerStatuses?: readonly {
      readonly state?: { readonly waiting?: { readonly reason?: string; readonly message?: string } };
    }[];
  };
}

/** A name that no other run has; it begins with that of the template, which the API server demands. */
export function nameOfRun({ template }: Pick<Chosen, 'template'>, now: number): string {
  return `${template}-${now.toString(36)}`;
}

/** The commands with which somebody sees a run again, and ends it. */
export function commandsFor(job: string, namespace: string) {
  return {
    see: `kubectl logs --follow job/${job} --namespace ${namespace}`,
    end: `kubectl delete job ${job} --namespace ${namespace}`,
  };
}

/** Makes the Job, as it is declared and with nothing added: the API server admits no other from people. */
export async function create(kubectl: Kubectl, job: string, { template, namespace }: Chosen): Promise<void> {
  const words = ['create', 'job', job, `--from=cronjob/${template}`, '--namespace', namespace];
  const { succeeded, complaints } = await kubectl.ask(...words);
  if (succeeded) return;
  const absent = /not ?found/i.test(complaints) ? '\nIs dist/ committed, and has Argo CD brought it?' : '';
  throw new Failure(`kubectl ${words.join(' ')} failed:\n${complaints}${absent}`);
}

/** Shows what the pods of a Job say until it ends; answers the exit code. */
export async function follow(
  kubectl: Kubectl,
  job: string,
  { namespace, withinSeconds }: Chosen,
  say: (line: string) => void,
): Promise<number> {
  const shown = new Set<string>();
  let told = '';
  for (;;) {
    // The Job first: whatever it has ended with, its pods are then there to be shown.
    const end = endOf(await read<Job>(kubectl, 'job', job, '--namespace', namespace));
    const pods = await read<{ items: readonly Pod[] }>(
      kubectl,
      ...['pods', '--selector', `batch.kubernetes.io/job-name=${job}`, '--namespace', namespace],
    );
    const next = pods.items.find((pod) => hasStarted(pod) && !shown.has(pod.metadata.name));
    if (next) {
      shown.add(next.metadata.name);
      await kubectl.show('logs', '--follow', next.metadata.name, '--namespace', namespace);
      continue;
    }
    if (end) return ending(end, withinSeconds, say);
    const reason = pods.items.map(waitsFor).find(Boolean) ?? '';
    if (reason !== '' && reason !== told) say(`it waits: ${reason}`);
    told = reason;
    await setTimeout(PAUSE);
  }
}

function endOf({ status }: Job): Condition | undefined {
  return status?.conditions?.find(({ type, status: is }) => ['Complete', 'Failed'].includes(type) && is === 'True');
}

function hasStarted({ status }: Pod): boolean {
  return ['Running', 'Succeeded', 'Failed'].includes(status?.phase ?? '');
}

/** Why a pod does not start; empty while nothing is wrong with it. */
function waitsFor({ status }: Pod): string {
  const homeless = status?.conditions?.find(({ type, status: is }) => type === 'PodScheduled' && is === 'False');
  const waiting = status?.containerStatuses?.map(({ state }) => state?.waiting).find(Boolean);
  const why = homeless ?? (waiting?.reason === 'ContainerCreating' ? undefined : waiting);
  return [why?.reason, why?.message].filter(Boolean).join(': ');
}

function ending({ type, reason, message }: Condition, withinSeconds: number, say: (line: string) => void): number {
  if (type === 'Complete') {
    say('done');
    return DONE;
  }
  if (reason === 'DeadlineExceeded') {
    say(`ended: its time was up, ${withinSeconds} seconds; a longer one is 'within' of the task`);
    return TIME_IS_UP;
  }
  say(`failed: ${message ?? reason ?? 'the Job does not say why'}`);
  return FAILED;
}
