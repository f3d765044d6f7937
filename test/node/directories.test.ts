import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { kubectl } from '../cluster/support/kubectl.ts';
import type { LiveObject } from '../cluster/support/objects.ts';
import { objectsIn } from '../cluster/support/tree.ts';
import { withoutDigests } from '../support/digests.ts';

/** What the DaemonSet of the example needs of the folder for the whole cluster. */
const NEEDED = ['storage', 'platform'];

/** The example's volumes on node `a`, and who writes to each. */
const DIRECTORIES = { metrics: 10001, logs: 10002, alerts: 10004, dashboards: 472 };

const SETGID = 0o2000;

describe('the directories of the volumes, on a real node', () => {
  beforeAll(() => {
    const cluster = objectsIn('cluster').filter(
      ({ kind, metadata }) => ['Namespace', 'PriorityClass'].includes(kind) && NEEDED.includes(metadata.name),
    );
    for (const objects of [cluster, objectsIn('storage')]) apply(objects);
    const pods = ['daemonset/local-directories-a', '--namespace', 'storage', '--timeout=120s'];
    const { succeeded, complaints } = kubectl(['rollout', 'status', ...pods]);
    if (!succeeded) throw new Error(complaints);
  });

  test.each(Object.entries(DIRECTORIES))('%s is for user and group %d, for nobody else', (name, id) => {
    const { uid, gid, mode } = stateOf(name);
    expect({ uid, gid, mode: mode & 0o7777 }).toEqual({ uid: id, gid: id, mode: 0o2770 });
  });

  test('what root makes in one belongs to the group of its writer, so that the writer can read it', () => {
    const path = join('/var/lib/armstead/metrics', 'restored');
    execFileSync('mkdir', [path]);
    expect(stateOf('metrics/restored')).toMatchObject({ uid: 0, gid: DIRECTORIES.metrics });
    expect(stateOf('metrics/restored').mode & SETGID).toBe(SETGID);
  });
});

function stateOf(name: string) {
  return statSync(join('/var/lib/armstead', name));
}

function apply(objects: readonly LiveObject[]): void {
  const text = withoutDigests(objects.map((object) => stringify(object)).join('---\n'));
  const { succeeded, complaints } = kubectl(['apply', '--filename', '-'], text);
  if (!succeeded) throw new Error(complaints);
}
