import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { secretsOf, secretsText } from '../../../site/plan/secrets.ts';
import everything from '../../fixtures/accepted/everything.ts';
import { aSite, manifestsOfSite } from '../../support/site.ts';

/** Every name of a Secret that stands anywhere in an object that runs something. */
function secretsNamedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(secretsNamedIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'secretName' && typeof inner === 'string') return [inner];
    if (key === 'secretKeyRef') return [(inner as { name: string }).name];
    return secretsNamedIn(inner);
  });
}

function workloads(objects: readonly KubeObject[]): readonly KubeObject[] {
  return objects.filter(({ kind }) => ['Deployment', 'DaemonSet', 'Job'].includes(kind));
}

describe('the Secrets of a site', () => {
  const site = aSite({ ...everything, secrets: { backend: 'existing' } });
  const objects = manifestsOfSite(site).map(({ object }) => object);

  test('are all that its pods refer to and those that Argo CD looks for by their labels, and no others', () => {
    const used = new Set(workloads(objects).flatMap(secretsNamedIn));
    const [sought, named] = [true, false].map((bySight) =>
      secretsOf(site)
        .filter(({ labels }) => (labels !== undefined) === bySight)
        .map(({ name }) => name),
    );
    expect(named).toEqual([...used].sort());
    expect(sought).toEqual(['argocd-webhook', 'platform-repository']);
  });

  test('say which Deployment must be restarted after a change: each that takes a value into its environment', () => {
    const atStart = workloads(objects).flatMap((object) =>
      [...JSON.stringify(object).matchAll(/"secretKeyRef":\{"key":"[^"]+","name":"([^"]+)"/g)].map(
        ([, name]) => `${object.metadata.namespace}/${name} ${object.metadata.name}`,
      ),
    );
    const restarted = secretsOf(site).filter(({ restart }) => restart !== undefined);
    expect(restarted.map(({ namespace, name, restart }) => `${namespace}/${name} ${restart}`)).toEqual(
      [...new Set(atStart)].sort(),
    );
  });

  test('are never among its objects', () => {
    const filled = objects.filter(({ kind, data, stringData }) => kind === 'Secret' && (data || stringData));
    expect(filled).toEqual([]);
  });

  test('are read from the vault under their own names, key by key', () => {
    const vaulted = manifestsOfSite(aSite(everything)).map(({ object }) => object);
    const external = vaulted.filter(({ kind }) => kind === 'ExternalSecret');
    expect(external.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`).sort()).toEqual(
      secretsOf(site).map(({ namespace, name }) => `${namespace}/${name}`),
    );
    expect(external.find(({ metadata }) => metadata.name === 'alerts-telegram')?.spec).toMatchObject({
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'oci-vault' },
      target: { name: 'alerts-telegram', deletionPolicy: 'Retain' },
      data: [
        { secretKey: 'token', remoteRef: { key: 'alerts-telegram', property: 'token' } },
        { secretKey: 'chat', remoteRef: { key: 'alerts-telegram', property: 'chat' } },
      ],
    });
  });

  test('are told after a synth, by place and key', () => {
    expect(
      secretsText(secretsOf({ ...aSite({ monitoring: { heartbeat: 'pulse' } }), home: undefined, signOn: undefined })),
    ).toBe(
      [
        'secrets: 2 expected in the cluster, none in dist/ (npm run secrets)',
        '',
        '  monitoring/grafana-admin  user, password, secret-key',
        '  monitoring/pulse  url',
        '',
      ].join('\n'),
    );
  });
});
