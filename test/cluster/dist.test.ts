import { beforeAll, describe, expect, test } from 'vitest';
import { type Applied, apply, declared, liveObjects } from './support/apply.ts';
import { kubectl, kubectlJson } from './support/kubectl.ts';
import { type LiveObject, type Pod, title, type Volume } from './support/objects.ts';
import { untilNothing } from './support/patience.ts';
import { RESERVED, reserveForCharts } from './support/reserved.ts';
import { type MissingSecret, makeSecrets, missingSecrets } from './support/secrets.ts';
import { folders, objectsIn, passingFolders } from './support/tree.ts';
import { list, waiting } from './support/waiting.ts';

const knowsArgoCd = kubectl(['get', 'customresourcedefinition', 'applications.argoproj.io']).succeeded;
const applied = folders(knowsArgoCd);
const answers: Record<string, Applied> = {};
let placeholders: MissingSecret[] = [];

beforeAll(() => {
  reserveForCharts();
  for (const folder of applied) answers[folder] = apply(folder);
  placeholders = makeSecrets(missingSecrets(applied.flatMap(objectsIn)));
});

describe('a cluster to which dist/ is applied folder by folder', () => {
  test.each(applied)('accepts every object and every field of %s without a warning', (folder) => {
    expect(answers[folder]).toEqual({ errors: [], warnings: [] });
    expect(liveObjects(folder).map(title).sort()).toEqual(objectsIn(folder).map(title).sort());
  });

  test.each(passingFolders())('would accept every object and every field of %s without a warning', (folder) => {
    expect(apply(folder, '--dry-run=server')).toEqual({ errors: [], warnings: [] });
  });

  test('runs every pod and binds every claim, beside what the Helm charts request', async () => {
    const refused = applied.filter((folder) => answers[folder]?.errors.length !== 0);
    expect(refused, 'folders that were refused').toEqual([]);
    await untilNothing(() => waiting([...namespaces(), RESERVED], placeholders));
  });

  test('runs VictoriaMetrics on its local volume on the node that carries the label storage-node=a', () => {
    const pod = only(list<Pod>('pods', namespaces()).filter(isVictoriaMetrics));
    const volume = only(localVolumesOf(pod));
    expect(pod.status.phase).toBe('Running');
    expect(volume.status.phase).toBe('Bound');
    expect(nodeLabels(pod.spec.nodeName)).toMatchObject({ 'storage-node': 'a' });
  });

  test('is changed in nothing when dist/ is applied once more', () => {
    const before = applied.flatMap(liveObjects).map(declared);
    for (const folder of applied) expect(apply(folder)).toEqual({ errors: [], warnings: [] });
    expect(applied.flatMap(liveObjects).map(declared)).toEqual(before);
  });
});

function namespaces(): string[] {
  return [...new Set(applied.flatMap(objectsIn).flatMap(({ metadata }) => metadata.namespace ?? []))];
}

function isVictoriaMetrics({ spec }: Pod): boolean {
  return spec.containers.some(({ image }) => /\/victoria-metrics:/.test(image));
}

function localVolumesOf({ metadata, spec }: Pod): Volume[] {
  const claims = (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? []);
  return kubectlJson<{ items: Volume[] }>('get', 'persistentvolumes').items.filter(
    ({ spec: { local, claimRef } }) =>
      local && claimRef && claimRef.namespace === metadata.namespace && claims.includes(claimRef.name),
  );
}

function nodeLabels(name = '') {
  return kubectlJson<LiveObject>('get', 'node', name).metadata.labels;
}

function only<Item>(items: readonly Item[]): Item {
  expect(items).toHaveLength(1);
  return items[0] as Item;
}
