import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../kubernetes/kinds.ts';
import type { KubeObject } from '../../kubernetes/object.ts';
import { isClusterScoped } from '../../kubernetes/scopes.ts';
import { PolicyContext } from '../../policies/context/context.ts';
import { entryOf, isMade, references } from '../../policies/context/references/index.ts';
import { aPlan } from '../support/site.ts';
import { photosApp } from './app.ts';

const objects = photosApp('node-1').charts.flatMap((chart) =>
  (chart.toJson() as KubeObject[]).map((object) => ({ folder: chart.node.id, file: '', construct: '', object })),
);

function ofKind<Fields>(kind: string): (KubeObject & Fields)[] {
  return objects.flatMap(({ object }) => (object.kind === kind ? [object as KubeObject & Fields] : []));
}

describe('an app of somebody else with stock cdk8s', () => {
  test('takes forty lines', () => {
    const lines = readFileSync(new URL('app.ts', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
  });

  test('gets a route, a volume and monitoring from the entry of the package', () => {
    const kinds = new Set(objects.map(({ object }) => object.kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['Certificate', 'DaemonSet', 'Deployment', 'Ingress', 'PersistentVolume', 'StorageClass']),
    );
  });

  test('names nothing that it neither makes nor states', () => {
    const context = new PolicyContext(objects, aPlan());
    const strange = references(context).filter((reference) => !isMade(reference, context));
    const named = strange.map((one) => `${one.subject.folder}: ${entryOf(one)}`);
    expect([...new Set(named)].sort()).toEqual([
      'photos: clusterissuer/letsencrypt',
      'photos: secret/photos-users',
      'watch: secret/watch-grafana',
    ]);
  });

  test('has no class of Ingresses, of pods or of volumes but those that it states or makes', () => {
    expect(ofKind<{ spec: { ingressClassName: string } }>('Ingress').map(({ spec }) => spec.ingressClassName)).toEqual([
      'nginx',
    ]);
    expect(JSON.stringify(objects)).not.toContain('priorityClassName');
    const made = ofKind('StorageClass').map(({ metadata }) => metadata.name);
    const wanted = ['PersistentVolume', 'PersistentVolumeClaim']
      .flatMap((kind) => ofKind<{ spec: { storageClassName: string } }>(kind))
      .map(({ spec }) => spec.storageClassName);
    expect([made, [...new Set(wanted)]]).toEqual([['local'], ['local']]);
  });

  test('lies in its own namespaces, and only what lives in none has none', () => {
    const namespaces = new Set(objects.map(({ object }) => object.metadata.namespace));
    expect([...namespaces].sort()).toEqual(['disks', 'photos', 'watch', undefined]);
    const misplaced = objects.filter(
      ({ object }) => isClusterScoped(kindOf(object)) !== (object.metadata.namespace === undefined),
    );
    expect(misplaced.map(({ object }) => `${object.kind} ${object.metadata.name}`)).toEqual([]);
  });

  test('puts every volume on the node that is named, into a directory that is prepared for its owner', () => {
    const [prepared] = ofKind<{ spec: { template: { spec: { initContainers: { command: string[] }[] } } } }>(
      'DaemonSet',
    ).map(({ spec }) => spec.template.spec.initContainers[0]?.command[2]);
    const directories = ofKind<{ spec: { local: { path: string }; nodeAffinity: unknown } }>('PersistentVolume').map(
      ({ spec }) => spec.local.path,
    );
    expect(directories.map((path) => path.split('/').at(-1))).toEqual([
      'album',
      'metrics',
      'logs',
      'alerts',
      'dashboards',
    ]);
    for (const path of directories) expect(prepared).toContain(`mkdir -p /volumes/${path.split('/').at(-1)}\n`);
    expect(prepared).toContain('chown 10000:10000 /volumes/album');
    expect(prepared).toContain('chown 10000:10000 /volumes/dashboards');
  });
});
