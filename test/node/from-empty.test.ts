import { describe, expect, test } from 'vitest';
import { forgetAll } from '../argo-cd/support/played-argo-cd.ts';
import { kubectl } from '../cluster/support/kubectl.ts';
import { untilNothing } from '../cluster/support/patience.ts';
import { folders, objectsIn, textOf } from '../cluster/support/tree.ts';
import { withoutDigests } from '../support/digests.ts';
import { aSite } from '../support/site.ts';
import { emptyTheCluster } from './support/empty.ts';
import { processOf } from './support/processes.ts';
import { notReady, pods, workloadsIn } from './support/ready.ts';
import { restarted } from './support/restarts.ts';
import { bootstrap, makeSecrets, untilReady } from './support/site.ts';

describe('an empty cluster', () => {
  test('runs the whole of dist/ once kubectl has applied its folders and the Secrets are made', async () => {
    await emptyTheCluster();
    const begin = Date.now();

    for (const folder of folders(false)) applyFolder(folder);
    await makeSecrets(aSite());
    await untilNothing(() => notReady(workloadsIn(folders(false).flatMap(objectsIn))));

    console.log(`from kubectl apply to every pod Ready: ${seconds(begin)} s`);
    expect(restarted()).toEqual({});
  });

  test('runs the whole site once Argo CD was told of its repository and the Secrets are made', async () => {
    await emptyTheCluster();
    const begin = Date.now();

    await bootstrap();
    await untilReady();

    console.log(`from npm run bootstrap to every Application Healthy and every pod Ready: ${seconds(begin)} s`);
    expect(restarted()).toEqual({});
  });

  test('runs on untouched when Argo CD has lost all its Applications and gets them by another bootstrap', async () => {
    const before = namesOfPods();
    await loseApplications();
    await bootstrap();

    expect(namesOfPods()).toEqual(before);
    expect(restarted()).toEqual({});
  });
});

/** Applies a folder of `dist/` as it is committed, but for the digests that no image of the tests has. */
function applyFolder(folder: string): void {
  const text = withoutDigests(textOf(folder));
  const { succeeded, complaints } = kubectl(['apply', '--server-side', '--force-conflicts', '--filename=-'], text);
  if (!succeeded) throw new Error(`dist/${folder}: ${complaints}`);
}

/** Removes every Application without what it made, while Argo CD, which would bring each back, does nothing. */
async function loseApplications(): Promise<void> {
  const controller = processOf('argocd-application-controller');
  process.kill(controller, 'SIGSTOP');
  await forgetAll().finally(() => process.kill(controller, 'SIGCONT'));
}

function namesOfPods(): string[] {
  return pods()
    .map(({ metadata }) => metadata.name)
    .sort();
}

function seconds(begin: number): number {
  return Math.round((Date.now() - begin) / 1000);
}
