import { describe, expect, test } from 'vitest';
import { LetsEncrypt } from '../../constructs/certificates/index.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';
import { aFolder, objects } from './support/synth.ts';

describe("Let's Encrypt", () => {
  function issuers() {
    const chart = aFolder('certificates');
    new LetsEncrypt(chart, 'Issuers', { used: 'staging', contact: 'ops@example.org' });
    return objects(chart);
  }

  test('is there as staging and as production, whichever the site chooses', () => {
    expect(issuers().map(({ metadata, spec }) => [metadata.name, spec.acme.server])).toEqual([
      ['letsencrypt-staging', 'https://acme-staging-v02.api.letsencrypt.org/directory'],
      ['letsencrypt-production', 'https://acme-v02.api.letsencrypt.org/directory'],
    ]);
  });

  test('has an account of its own for each, under the mail address of the site', () => {
    expect(issuers().map(({ spec }) => [spec.acme.email, spec.acme.privateKeySecretRef.name])).toEqual([
      ['ops@example.org', 'letsencrypt-staging-account'],
      ['ops@example.org', 'letsencrypt-production-account'],
    ]);
  });

  test('asks by HTTP through an Ingress of its own of the class of the site, and opens no port of the nodes for it', () => {
    for (const { spec } of issuers()) {
      expect(spec.acme.solvers).toEqual([
        {
          http01: {
            ingress: {
              ingressClassName: 'edge',
              serviceType: 'ClusterIP',
              podTemplate: { spec: { priorityClassName: 'platform' } },
            },
          },
        },
      ]);
    }
  });

  test('stands in the folder of certificates, which waits for cert-manager, and not in the one that comes first', () => {
    const found = manifestsOfSite(aSite()).filter(({ object }) => object.kind === 'ClusterIssuer');
    expect(found.map(({ folder, object }) => [folder, object.metadata.namespace])).toEqual([
      ['certificates', undefined],
      ['certificates', undefined],
    ]);
  });
});
