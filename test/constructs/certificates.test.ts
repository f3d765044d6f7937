import { describe, expect, test } from 'vitest';
import { LetsEncrypt, type LetsEncryptProps } from '../../constructs/certificates/index.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';
import { aFolder, objects } from './support/synth.ts';

describe("Let's Encrypt", () => {
  function issuers(props: Partial<LetsEncryptProps> = {}) {
    const chart = aFolder('certificates');
    new LetsEncrypt(chart, 'Issuers', { contact: 'ops@example.org', ...props });
    return objects(chart);
  }

  test('is there as staging and as production, whichever signs', () => {
    expect(issuers().map(({ metadata, spec }) => [metadata.name, spec.acme.server])).toEqual([
      ['letsencrypt-staging', 'https://acme-staging-v02.api.letsencrypt.org/directory'],
      ['letsencrypt-production', 'https://acme-v02.api.letsencrypt.org/directory'],
    ]);
  });

  test('has an account of its own for each, under the mail address that is stated', () => {
    expect(issuers().map(({ spec }) => [spec.acme.email, spec.acme.privateKeySecretRef.name])).toEqual([
      ['ops@example.org', 'letsencrypt-staging-account'],
      ['ops@example.org', 'letsencrypt-production-account'],
    ]);
  });

  test('asks by HTTP through an Ingress of its own of the class of the edge, and opens no port of the nodes for it', () => {
    for (const { spec } of issuers({ ingressClass: 'edge', priority: 'platform' })) {
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

  test('names no class of pods that nobody makes, and the class of Ingresses that SecureIngress has by itself', () => {
    for (const { spec } of issuers()) {
      expect(spec.acme.solvers).toEqual([
        { http01: { ingress: { ingressClassName: 'nginx', serviceType: 'ClusterIP' } } },
      ]);
    }
  });

  test('has issuers that a SecureIngress takes by their names', () => {
    const names = { staging: 'acme-trial', production: 'acme' };
    const { issuers } = new LetsEncrypt(aFolder('certificates'), 'Issuers', { contact: 'a@example.org', names });
    expect([issuers.staging.name, issuers.production.name]).toEqual(['acme-trial', 'acme']);
  });

  test('is waited for only where it signs: the other issuer does not count for the health of its folder', () => {
    const key = 'argocd.argoproj.io/ignore-healthcheck';
    const ignoredBy = (certificates: 'staging' | 'production') =>
      manifestsOfSite(aSite({ certificates }))
        .filter(({ object }) => object.kind === 'ClusterIssuer' && object.metadata.annotations?.[key] === 'true')
        .map(({ object }) => object.metadata.name);
    expect(ignoredBy('staging')).toEqual(['letsencrypt-production']);
    expect(ignoredBy('production')).toEqual(['letsencrypt-staging']);
  });

  test('stands in the folder of certificates, which waits for cert-manager, and not in the one that comes first', () => {
    const found = manifestsOfSite(aSite()).filter(({ object }) => object.kind === 'ClusterIssuer');
    expect(found.map(({ folder, object }) => [folder, object.metadata.namespace])).toEqual([
      ['certificates', undefined],
      ['certificates', undefined],
    ]);
  });
});
