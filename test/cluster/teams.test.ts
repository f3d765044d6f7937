import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KubeObject } from '../../kubernetes/object.ts';
import { planSite } from '../../site/plan/index.ts';
import { company, released } from '../platform/support/company.ts';
import { manifestsOfPlan } from '../support/site.ts';
import { kubectl, kubectlJson } from './support/kubectl.ts';
import type { LiveObject } from './support/objects.ts';
import { untilNothing } from './support/patience.ts';

const NAMESPACE = 'bakery-prod';
const TEAMS = ['bakery-prod', 'bakery-staging', 'mill-prod', 'mill-staging'];
const IN_NAMESPACE = ['--namespace', NAMESPACE];

const manifests = manifestsOfPlan(planSite(company, undefined, released));

/** The objects of some folders. */
function objectsOf(...folders: readonly string[]): KubeObject[] {
  return manifests.filter(({ folder }) => folders.includes(folder)).map(({ object }) => object);
}

/** Applies objects as Argo CD does; answers what the API server complains of or warns of. */
function apply(objects: readonly KubeObject[], ...flags: readonly string[]): string {
  const how = ['--server-side', '--force-conflicts', '--validate=strict', '--field-manager=armstead-test'];
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  return kubectl(['apply', ...how, ...flags, '--filename=-'], JSON.stringify(list)).complaints;
}

/** Makes a Service; answers why it was refused, and nothing where it was not. */
function serviceRefused(name: string, spec: object, namespace = NAMESPACE): string {
  const object = { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec };
  return kubectl(['create', '--filename=-'], JSON.stringify(object)).complaints;
}

beforeAll(async () => {
  const cluster = objectsOf('cluster');
  expect(apply(cluster.filter(({ kind }) => kind === 'Namespace'))).toBe('');
  expect(apply(cluster.filter(({ kind }) => kind !== 'Namespace'))).toBe('');
  // A new policy counts after a moment.
  const ports = [{ port: 80 }];
  await untilNothing(() => (serviceRefused('probe', { type: 'NodePort', ports }) === '' ? [removed('probe')] : []));
});

function removed(service: string): string {
  kubectl(['delete', 'service', service, ...IN_NAMESPACE]);
  return 'a Service of a team leads in beside the edge';
}

afterAll(() => {
  kubectl(['delete', 'namespace', ...TEAMS, '--wait=false']);
});

describe('a cluster with teams', () => {
  test.each(TEAMS)('accepts every object of %s without a warning', (team) => {
    const folders = manifests.map(({ folder }) => folder).filter((folder) => folder.startsWith(team));
    expect(apply(objectsOf(...folders, 'teams'), '--dry-run=server')).toBe('');
  });

  test('is changed in nothing when the objects of a service are applied once more', () => {
    const kinds = 'configmap,cronjob,deployment,poddisruptionbudget,service,networkpolicy';
    const live = () =>
      kubectlJson<{ items: LiveObject[] }>('get', kinds, ...IN_NAMESPACE, '--selector=team=bakery').items.map(
        (one) => (one as { metadata: { generation?: number } }).metadata.generation,
      );
    const objects = objectsOf('bakery-prod-storefront', 'teams');
    expect(apply(objects)).toBe('');
    const before = live();
    expect(apply(objects)).toBe('');
    expect(live()).toEqual(before);
    expect(before.length).toBeGreaterThan(5);
  });

  test('lets a Service of a team lead in beside the edge neither when it is made nor later', () => {
    const ports = [{ port: 80 }];
    const refusal = "ValidatingAdmissionPolicy 'services-of-teams-stay-inside'";
    expect(serviceRefused('rented', { type: 'LoadBalancer', ports })).toContain(refusal);
    expect(serviceRefused('open', { type: 'NodePort', ports })).toContain(refusal);
    expect(serviceRefused('outside', { externalIPs: ['203.0.113.7'], ports })).toContain(refusal);
    expect(serviceRefused('inside', { ports })).toBe('');
    const patch = JSON.stringify({ spec: { type: 'NodePort' } });
    expect(kubectl(['patch', 'service', 'inside', ...IN_NAMESPACE, '--patch', patch]).complaints).toContain(refusal);
    expect(serviceRefused('open', { type: 'NodePort', ports }, 'edge')).toBe('');
    kubectl(['delete', 'service', 'open', '--namespace', 'edge']);
  });

  test('starts a task from its template, which names it, ends it and removes it after a day', () => {
    const from = '--from=cronjob/storefront--console';
    expect(kubectl(['create', 'job', 'storefront--console-1', from, ...IN_NAMESPACE]).complaints).toBe('');
    const job = kubectlJson<LiveObject & { spec: object }>('get', 'job', 'storefront--console-1', ...IN_NAMESPACE);
    expect(job.metadata.labels).toMatchObject({ 'armstead/task': 'storefront--console', service: 'storefront' });
    expect(job.spec).toMatchObject({ activeDeadlineSeconds: 3600, backoffLimit: 0, ttlSecondsAfterFinished: 86_400 });
  });
});
