import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { apply } from '../../cluster/support/apply.ts';
import { kubectl, kubectlJson } from '../../cluster/support/kubectl.ts';
import { folders } from '../../cluster/support/tree.ts';
import { readFileOfDist } from './traefik-file.ts';

/** Applies every folder of `dist/` byte for byte, and has Traefik read the file that its chart would make of it. */
export function applyDist(): void {
  readFileOfDist();
  for (const folder of folders(false)) {
    const { errors } = apply(folder, '--force-conflicts');
    if (errors.length > 0) throw new Error(`dist/${folder}: ${errors.join('\n')}`);
  }
}

/** Applies objects that a test made. */
export function applyObjects(...objects: readonly object[]): void {
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  run(
    ['apply', '--server-side', '--force-conflicts', '--field-manager=armstead-test', '--filename=-'],
    JSON.stringify(list),
  );
}

/** Removes what a test made, and waits until it is gone. */
export function remove(kind: string, namespace: string, name: string): void {
  run(['delete', kind, name, '--namespace', namespace, '--ignore-not-found', '--wait']);
}

/** A Secret of a test, in the form of what people make by hand. */
export function secret(namespace: string, name: string, values: Readonly<Record<string, string>>): object {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { namespace, name }, type: 'Opaque', stringData: values };
}

/** One live object. */
export function live<Shape>(kind: string, namespace: string, name: string): Shape {
  return kubectlJson<Shape>('get', kind, name, '--namespace', namespace);
}

/** Runs kubectl while servers and clients of this process go on. */
export async function running(...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)('kubectl', [...args])).stdout;
}

/** Runs kubectl; what it complains of is thrown. */
export function run(args: readonly string[], input = ''): string {
  const { succeeded, output, complaints } = kubectl(args, input);
  if (!succeeded) throw new Error(`kubectl ${args.join(' ')}: ${complaints}`);
  return output;
}
