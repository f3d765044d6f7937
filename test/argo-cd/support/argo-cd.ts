import { setTimeout as pause } from 'node:timers/promises';
import { kubectl, kubectlJson } from '../../cluster/support/kubectl.ts';
import type { List, LiveObject } from '../../cluster/support/objects.ts';
import { playControllers } from './played.ts';

/** An Application as Argo CD reports on it. */
export interface Application extends LiveObject {
  readonly metadata: LiveObject['metadata'] & { readonly annotations?: Readonly<Record<string, string>> };
  readonly status?: {
    readonly sync?: { readonly status: string; readonly revision?: string };
    readonly health?: { readonly status: string };
    readonly conditions?: readonly { readonly type: string; readonly message: string }[];
    readonly resources?: readonly { readonly kind: string; readonly name: string; readonly status?: string }[];
    readonly history?: readonly { readonly deployStartedAt: string; readonly deployedAt: string }[];
    readonly operationState?: {
      readonly phase: string;
      readonly message?: string;
      readonly startedAt: string;
      readonly finishedAt?: string;
      readonly syncResult?: { readonly revision: string; readonly resources?: readonly SyncedResource[] };
    };
  };
}

/** What a sync did to one object, in the controller's own words. */
export interface SyncedResource {
  readonly kind: string;
  readonly name: string;
  readonly status?: string;
  readonly message?: string;
}

const NAMESPACE = ['--namespace', 'argocd'];

export function applications(): readonly Application[] {
  return kubectlJson<List<Application>>('get', 'applications.argoproj.io', ...NAMESPACE).items;
}

/** The one Application of a name. */
export function application(name: string): Application {
  return kubectlJson<Application>('get', 'applications.argoproj.io', name, ...NAMESPACE);
}

/** Asks Argo CD to look at git and at the cluster now, instead of at its next turn. */
export function refresh(...names: readonly string[]): void {
  const which = names.length > 0 ? names : ['--all'];
  kubectl([
    ...NAMESPACE,
    'annotate',
    'applications.argoproj.io',
    ...which,
    'argocd.argoproj.io/refresh=normal',
    '--overwrite',
  ]);
}

/** Whether an object is there. */
export function exists(...words: readonly string[]): boolean {
  return kubectl(['get', ...words]).succeeded;
}

/** How an Application stands, in a line: what a failed wait shows. */
export function standing({ metadata, status }: Application): string {
  const conditions = (status?.conditions ?? []).map(({ type, message }) => `${type}: ${message}`);
  const operation = status?.operationState;
  const words = [status?.sync?.status, status?.health?.status, operation?.phase, operation?.message, ...conditions];
  return `${metadata.name}: ${words.filter(Boolean).join('; ')}`;
}

/** Whether an Application is as git has it, well, and of this commit; what it found so needed no sync. */
export function isSettled({ status }: Application, commit?: string): boolean {
  const { sync, health, operationState } = status ?? {};
  const current = commit === undefined || sync?.revision === commit;
  return (
    sync?.status === 'Synced' &&
    health?.status === 'Healthy' &&
    (operationState?.phase ?? 'Succeeded') === 'Succeeded' &&
    current
  );
}

/** Waits until a question is answered with a value, and fails with the last standing of all Applications otherwise. */
export async function until<T>(what: string, ask: () => T | undefined | false, seconds = 300): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    const answer = ask();
    if (answer !== undefined && answer !== false) return answer;
    await pause(250);
  }
  throw new Error(`${what}: not within ${seconds} s\n${applications().map(standing).join('\n')}`);
}

/** Waits until every Application is settled, the given ones and no others, where nobody but the test plays what Helm brings. */
export async function untilAllSettled(names: readonly string[], commit?: string): Promise<void> {
  await until(`all Applications Synced and Healthy (${names.join()})`, () => {
    playControllers();
    refresh();
    return areSettled(names, commit);
  });
}

/** Whether every Application is settled, the given ones and no others. */
export function areSettled(names: readonly string[], commit?: string): boolean {
  const all = applications();
  const found = all.map(({ metadata }) => metadata.name).sort();
  return found.join() === [...names].sort().join() && all.every((one) => isSettled(one, commit));
}

/** When the last operation of each Application but one began. */
export function startOfOperations(except: string): readonly string[] {
  return applications()
    .filter(({ metadata }) => metadata.name !== except)
    .map(({ metadata, status }) => `${metadata.name} ${status?.operationState?.startedAt}`)
    .sort();
}
