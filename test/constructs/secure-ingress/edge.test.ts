import { App, Chart } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import { type EdgeOptions, Guard, Issuer, SecureIngress } from '../../../constructs/secure-ingress/index.ts';
import { objects, only } from '../support/synth.ts';
import { aRoute, aService, short, TRUSTED } from './support.ts';

describe('the certificate', () => {
  test('is for every host that leads here, from the issuer of the edge, with a new key each time', () => {
    const { chart } = aRoute({ otherHosts: ['bilder.example.org'], www: true });
    expect(only(chart, 'Certificate').spec).toEqual({
      secretName: 'photos-tls-staging',
      dnsNames: ['photos.example.org', 'bilder.example.org', 'www.photos.example.org'],
      issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'letsencrypt-staging' },
      privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
      revisionHistoryLimit: 2,
    });
  });

  test('is from any issuer that is named, and its Secret carries that name', () => {
    const signedBy = (issuer: EdgeOptions['issuer']) => only(aRoute({ edge: { issuer } }).chart, 'Certificate').spec;
    expect(signedBy('letsencrypt')).toMatchObject({
      secretName: 'photos-tls-letsencrypt',
      issuerRef: { kind: 'ClusterIssuer', name: 'letsencrypt' },
    });
    expect(signedBy(Issuer.ofNamespace('own-ca'))).toMatchObject({
      secretName: 'photos-tls-own-ca',
      issuerRef: { kind: 'Issuer', name: 'own-ca' },
    });
  });

  test('is the one of the controller where nobody is named to sign one', () => {
    const { chart } = aRoute({ edge: {} });
    expect(objects(chart).map(({ kind }) => kind)).toEqual(['Service', 'Ingress']);
    expect(only(chart, 'Ingress').spec.tls).toEqual([{ hosts: ['photos.example.org'] }]);
  });

  test('lies in another Secret for production, so that it is issued at once', () => {
    const { chart } = aRoute({ edge: TRUSTED });
    expect(only(chart, 'Certificate').spec).toMatchObject({
      secretName: 'photos-tls-production',
      issuerRef: { name: 'letsencrypt-production' },
    });
    expect(only(chart, 'Ingress').spec.tls).toEqual([
      { hosts: ['photos.example.org'], secretName: 'photos-tls-production' },
    ]);
  });

  test('tells browsers to remember HTTPS only when they trust it', () => {
    expect(objects(aRoute().chart).map(({ kind }) => kind)).not.toContain('ConfigMap');
    const { chart } = aRoute({ edge: TRUSTED });
    expect(only(chart, 'ConfigMap')).toMatchObject({
      metadata: { name: 'home-answer-headers', namespace: 'home' },
      data: { 'Strict-Transport-Security': 'max-age=31536000' },
    });
    expect(short(only(chart, 'Ingress').metadata.annotations)).toMatchObject({
      'custom-headers': 'home/home-answer-headers',
    });
  });

  test('shares those headers with every route of the folder', () => {
    const { chart } = aRoute({ edge: TRUSTED });
    new SecureIngress(chart, 'Notes', {
      edge: TRUSTED,
      host: 'notes.example.org',
      backend: { service: aService(chart, 'notes'), port: 80 },
      guard: Guard.none(),
    });
    expect(objects(chart).filter(({ kind }) => kind === 'ConfigMap')).toHaveLength(1);
  });
});

describe('without a word about the edge', () => {
  test('a route leads through the class that controllers with these annotations have by themselves', () => {
    const { chart } = aRoute({ edge: undefined });
    expect(only(chart, 'Ingress').spec).toEqual({
      ingressClassName: 'nginx',
      rules: [
        {
          host: 'photos.example.org',
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'photos', port: { number: 80 } } } }],
          },
        },
      ],
      tls: [{ hosts: ['photos.example.org'] }],
    });
  });

  test('a route keeps that class where another one is undefined: the default of a cluster might leave out guards', () => {
    const { chart } = aRoute({ edge: { ingressClass: undefined, controller: undefined } });
    expect(only(chart, 'Ingress').spec.ingressClassName).toBe('nginx');
  });

  test('headers that every answer carries need a namespace to lie in', () => {
    const chart = new Chart(new App(), 'nowhere');
    const backend = { service: 'photos', port: 80 };
    const props = { host: 'photos.example.org', backend, guard: Guard.none(), edge: { strictTransport: true } };
    expect(() => new SecureIngress(chart, 'Photos', props)).toThrow(
      "SecureIngress: the chart 'nowhere' has no namespace, where the headers of 'edge.strictTransport' would lie",
    );
  });
});
