import { expect, test } from 'vitest';
import { Entrance, NoEntry } from '../../constructs/walls/index.ts';
import { aFolder, only } from './support/synth.ts';

test('a namespace without an entry lets nobody reach any of its pods, and each of them whatever it wants', () => {
  const chart = aFolder('shop-prod');
  new NoEntry(chart, 'Closed', { name: 'no--entry' });

  const { metadata, spec } = only(chart, 'NetworkPolicy');
  expect(metadata).toMatchObject({ name: 'no--entry', namespace: 'shop-prod' });
  expect(spec).toEqual({ podSelector: {}, policyTypes: ['Ingress'] });
});

test('an entrance lets the pods that it names reach some pods, each at its port', () => {
  const chart = aFolder('shop-prod');
  new Entrance(chart, 'Entrance', {
    name: 'web--entry',
    to: { service: 'web' },
    from: [
      { callers: [{ namespace: 'edge' }, { namespace: 'search-prod', labels: { service: 'api' } }], port: 8080 },
      { callers: [{ namespace: 'monitoring' }], port: 9090 },
    ],
  });

  expect(only(chart, 'NetworkPolicy').spec).toEqual({
    podSelector: { matchLabels: { service: 'web' } },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge' } } },
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'search-prod' } },
            podSelector: { matchLabels: { service: 'api' } },
          },
        ],
        ports: [{ protocol: 'TCP', port: 8080 }],
      },
      {
        from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
        ports: [{ protocol: 'TCP', port: 9090 }],
      },
    ],
  });
});
