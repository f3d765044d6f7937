import { expect, test } from 'vitest';
import type { LiveObject } from './objects.ts';
import { missingSecrets, reads } from './secrets.ts';

test('the Secrets that pods need are found wherever a pod names one, once each, with the keys that it reads', () => {
  const objects = [
    pod('grafana', {
      containers: [
        {
          env: [variable('grafana', 'user'), variable('grafana', 'password')],
          envFrom: [{ secretRef: { name: 'all' } }],
        },
      ],
      volumes: [
        { secret: { secretName: 'certificate', items: [{ key: 'tls.crt' }] } },
        { projected: { sources: [{ secret: { name: 'projected' } }] } },
      ],
    }),
  ];
  expect(missingSecrets(objects)).toEqual([
    { namespace: 'monitoring', name: 'grafana', keys: ['user', 'password'] },
    { namespace: 'monitoring', name: 'all', keys: [] },
    { namespace: 'monitoring', name: 'certificate', keys: ['tls.crt'] },
    { namespace: 'monitoring', name: 'projected', keys: [] },
  ]);
});

test('a Secret that is brought along or may be absent is not missing', () => {
  const brought = { apiVersion: 'v1', kind: 'Secret', metadata: { namespace: 'monitoring', name: 'grafana' } };
  const volumes = [{ secret: { secretName: 'extra', optional: true } }];
  expect(missingSecrets([brought, pod('grafana', { env: [variable('grafana', 'user')], volumes })])).toEqual([]);
});

test('a pod reads a Secret that it names, in its own namespace', () => {
  const grafana = pod('grafana', { env: [variable('grafana', 'user')] });
  expect(reads(grafana, [{ namespace: 'monitoring', name: 'grafana', keys: [] }])).toBe(true);
  expect(reads(grafana, [{ namespace: 'home', name: 'grafana', keys: [] }])).toBe(false);
});

function variable(name: string, key: string) {
  return { name: key.toUpperCase(), valueFrom: { secretKeyRef: { name, key } } };
}

function pod(name: string, spec: object): LiveObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'monitoring', name }, spec } as LiveObject;
}
