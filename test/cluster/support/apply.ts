import { join } from 'node:path';
import { kubectl, kubectlJson } from './kubectl.ts';
import type { List, LiveObject } from './objects.ts';
import { dist } from './tree.ts';

/** What kubectl complained of while it applied a folder. */
export interface Applied {
  readonly errors: readonly string[];

  /** Deprecated APIs, what Pod Security would refuse, and whatever else the API server warns of. */
  readonly warnings: readonly string[];
}

/** Name under which the API server records who set a field. */
const FIELD_MANAGER = 'armstead-test';

/** Applies a folder server-side, as Argo CD does; a field that the API server does not know is an error. */
export function apply(folder: string, ...flags: readonly string[]): Applied {
  const how = ['--server-side', '--validate=strict', `--field-manager=${FIELD_MANAGER}`];
  const { succeeded, complaints } = kubectl(['apply', ...how, ...flags, ...from(folder)]);
  const lines = complaints.split('\n').filter(Boolean);
  return {
    errors: succeeded ? [] : lines.filter((line) => !isWarning(line)),
    warnings: lines.filter(isWarning),
  };
}

/** What the cluster has of a folder's objects; one that is missing is an error. */
export function liveObjects(folder: string): readonly LiveObject[] {
  const answer = kubectlJson<LiveObject | List<LiveObject>>('get', ...from(folder));
  return 'items' in answer ? answer.items : [answer];
}

/** An object without what the cluster writes into it while nobody applies anything. */
export function declared(object: LiveObject): Record<string, unknown> {
  const { status, metadata, ...rest } = object as LiveObject & { status?: unknown };
  const { resourceVersion, managedFields, ...kept } = metadata as LiveObject['metadata'] & Record<string, unknown>;
  return { ...rest, metadata: kept };
}

function from(folder: string): string[] {
  return ['--recursive', `--filename=${join(dist, folder)}`];
}

function isWarning(line: string): boolean {
  return line.startsWith('Warning:');
}
