import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pod } from '../cluster/support/objects.ts';
import { eventually } from '../support/background.ts';
import { aPastStretch, keptFrom } from './support/kept.ts';
import { processesOf } from './support/processes.ts';
import { pods } from './support/ready.ts';
import { restarted, restarts } from './support/restarts.ts';
import { theSite, untilReady } from './support/site.ts';

const METRICS = '/var/lib/armstead/metrics';

/** User and group of the store of metrics. */
const WRITER = 10001;

/** Seconds for a container to be started again, on a machine that is busy with other things. */
const PATIENCE = 180;

beforeAll(() => theSite());

describe('what is kept on the disk of a real node', () => {
  test.each(['metrics', 'logs'])('is all there after the process of %s was killed', async (name) => {
    const stretch = aPastStretch();
    const kept = await eventually('data', async () => whole(await keptFrom(stretch)), PATIENCE);
    const before = restarts();

    const [pod, ...more] = podsOf(name);
    expect(more).toEqual([]);
    for (const { pid } of processesOf(pod as Pod)) process.kill(pid, 'SIGKILL');
    await eventually('its end', async () => Object.keys(restarted(before))[0], PATIENCE);
    await untilReady();

    expect(Object.keys(restarted(before))).toEqual([`monitoring/${pod?.metadata.name} ${name}`]);
    expect(await keptFrom(stretch)).toEqual(kept);
  });

  test('is all there for a new pod', async () => {
    const stretch = aPastStretch();
    const kept = await eventually('data', async () => whole(await keptFrom(stretch)), PATIENCE);
    for (const name of ['metrics', 'logs']) await replace(name);
    expect(await keptFrom(stretch)).toEqual(kept);
  });
});

describe('a file in the directory of a volume that somebody brought there', () => {
  const file = join(METRICS, 'brought', 'file');

  beforeAll(() => {
    mkdirSync(join(METRICS, 'brought'), { recursive: true });
    writeFileSync(file, 'from a backup', { mode: 0o600 });
    chownSync(file, 0, 0);
  });

  test('stays as it is when the directories of the node are prepared once more, which gives the directory back', () => {
    chownSync(METRICS, 0, 0);
    run('rollout', 'restart', 'daemonset/local-directories-a', '--namespace=storage');
    run('rollout', 'status', 'daemonset/local-directories-a', '--namespace=storage', `--timeout=${PATIENCE}s`);
    expect(stateOf(METRICS)).toEqual({ uid: WRITER, gid: WRITER, mode: 0o2770 });
    expect(stateOf(file)).toEqual({ uid: 0, gid: 0, mode: 0o600 });
    expect(readFileSync(file, 'utf8')).toBe('from a backup');
  });

  test('keeps its group when a pod starts: the tree is not walked, however large it is', async () => {
    await replace('metrics');
    expect(stateOf(file)).toEqual({ uid: 0, gid: 0, mode: 0o600 });
  });
});

/** What is kept, once there is something of both kinds. */
function whole<Kept extends Awaited<ReturnType<typeof keptFrom>>>(kept: Kept): Kept | undefined {
  return kept.looks > 0 && kept.lines > 0 ? kept : undefined;
}

/** Ends the pod of a store; answers when the next one is ready. */
async function replace(name: string): Promise<void> {
  run('delete', 'pod', '--namespace=monitoring', `--selector=app.kubernetes.io/name=${name}`);
  await untilReady();
}

function podsOf(name: string): Pod[] {
  return pods().filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/name'] === name);
}

function stateOf(path: string) {
  const { uid, gid, mode } = statSync(path);
  return { uid, gid, mode: mode & 0o7777 };
}

function run(...words: readonly string[]): void {
  execFileSync('kubectl', words, { stdio: ['ignore', 'ignore', 'inherit'] });
}
