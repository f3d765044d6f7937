import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { type Answer, kubectl, kubectlJson } from './kubectl.ts';

/** People with tokens of their own, as `npm run kubeconfig` makes them, until they are forgotten. */
export function people<Person extends string>() {
  const folder = mkdtempSync(join(tmpdir(), 'armstead-people-'));
  const fileOf = (name: Person) => join(folder, `${name}.json`);
  return {
    /** Gives somebody a kubeconfig with a fresh token. */
    signIn(name: Person): void {
      writeFileSync(fileOf(name), JSON.stringify(kubeconfigOf(name)), { mode: 0o600 });
    },

    /** Runs kubectl as somebody; a last word that is JSON is its input. */
    as(name: Person, ...words: readonly string[]): Answer {
      const last = words.at(-1) ?? '';
      const input = last.startsWith('{') ? last : '';
      return kubectl(['--kubeconfig', fileOf(name), ...words.slice(0, input ? -1 : undefined)], input);
    },

    /** The file that somebody's kubectl reads. */
    fileOf,
    forget: () => rmSync(folder, { recursive: true }),
  };
}

/** Whether an attempt was allowed; one that fails for another reason than missing rights says nothing, and throws. */
export function may({ succeeded, output, complaints }: Answer): boolean {
  if (succeeded) return true;
  if (output.trim() === 'no' || /forbidden/i.test(complaints)) return false;
  throw new Error(complaints);
}

/** Applies objects as Argo CD does. */
export function applied(items: readonly KubeObject[]): void {
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  const { succeeded, complaints } = kubectl(['apply', '--server-side', '--force-conflicts', '--filename', '-'], list);
  if (!succeeded) throw new Error(complaints);
}

function kubeconfigOf(name: string): object {
  const words = ['config', 'view', '--minify', '--raw'];
  const [{ cluster }] = kubectlJson<{ clusters: [{ cluster: object }] }>(...words).clusters;
  const { output: token } = kubectl(['create', 'token', name, '--namespace', 'access', '--duration', '1h']);
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'here', cluster }],
    users: [{ name, user: { token: token.trim() } }],
    contexts: [{ name, context: { cluster: 'here', user: name } }],
    'current-context': name,
  };
}
