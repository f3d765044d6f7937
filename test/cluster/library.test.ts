import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KubeObject } from '../../kubernetes/object.ts';
import { photosApp } from '../library/app.ts';
import { kubectl, kubectlJson } from './support/kubectl.ts';
import type { LiveObject } from './support/objects.ts';
import { untilNothing } from './support/patience.ts';
import { waiting } from './support/waiting.ts';

const NAMESPACES = ['photos', 'disks', 'watch'];

const node = nameOfNode();
const charts = new Map(photosApp(node).charts.map((chart) => [chart.node.id, chart.toJson() as KubeObject[]]));

/** The host name of a node to which anything may go. */
function nameOfNode(): string {
  const { items } = kubectlJson<{ items: LiveObject[] }>('get', 'nodes');
  const [name] = items.map(({ metadata }) => metadata.labels?.['kubernetes.io/hostname']);
  if (name === undefined) throw new Error('no node of the cluster tells its host name');
  return name;
}

/** Applies a chart as kubectl does with the output of cdk8s; what it complains of, or nothing. */
function apply(folder: string, ...flags: readonly string[]): string {
  const how = ['--server-side', '--force-conflicts', '--validate=strict', '--field-manager=somebody-else'];
  const list = { apiVersion: 'v1', kind: 'List', items: charts.get(folder) };
  return kubectl(['apply', ...how, ...flags, '--filename=-'], JSON.stringify(list)).complaints;
}

beforeAll(() => {
  expect(apply('cluster')).toBe('');
});

afterAll(() => {
  const objects = [...NAMESPACES.map((name) => `namespace/${name}`), `persistentvolume/photos-album-${node}`];
  expect(kubectl(['delete', '--wait=false', ...objects]).complaints).toBe('');
});

test.each(['photos', 'disks'])('a cluster takes every object and every field of %s without a warning', (folder) => {
  expect(apply(folder)).toBe('');
});

test('a cluster would take every object and every field of watch without a warning', () => {
  expect(apply('watch', '--dry-run=server')).toBe('');
});

test('its pods run and its claim is bound, without a class, an issuer or a controller of the platform', async () => {
  await untilNothing(() => waiting(['photos', 'disks'], []));
});
