import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { SiteObject } from './site.ts';

/** Runs kubectl against the cluster that `KUBECONFIG` names; what it complains of fails the test. */
export function kubectl(args: readonly string[], input = ''): string {
  if (!process.env.KUBECONFIG) throw new Error('KUBECONFIG is not set: name a cluster that may be changed');
  const { status, stdout, stderr } = spawnSync('kubectl', args, { input, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`kubectl ${args.join(' ')}: ${stderr}`);
  return stdout;
}

export function get<Kind>(...args: readonly string[]): Kind {
  return JSON.parse(kubectl(['get', ...args, '--output=json'])) as Kind;
}

/** Applies objects server-side, as Argo CD does. */
export function apply(objects: readonly object[]): void {
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  kubectl(['apply', '--server-side', '--force-conflicts', '--filename=-'], JSON.stringify(list));
}

/** Kinds whose objects belong to no namespace; the chart of their folder stamps one on them. */
const CLUSTER_SCOPED = ['ClusterIssuer', 'IngressClass', 'Namespace', 'PersistentVolume', 'StorageClass'];

/** An object as `dist/` has it. */
export function routed(object: SiteObject): SiteObject {
  if (!CLUSTER_SCOPED.includes(object.kind)) return object;
  const { namespace: _namespace, ...metadata } = object.metadata;
  return { ...object, metadata };
}

/** Asks again and again until the answer is not `undefined`; too long a wait fails with what it waited for. */
export async function until<Answer>(
  what: string,
  ask: () => Answer | undefined | Promise<Answer | undefined>,
): Promise<Answer> {
  const end = Date.now() + 180_000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(250);
  }
  throw new Error(`waited three minutes for ${what}`);
}
