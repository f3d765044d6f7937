import { describe, expect, test } from 'vitest';
import { certManagerApplication, certManagerValues } from '../../platform/certificates/index.ts';

describe('cert-manager', () => {
  test('brings its definitions and keeps them, and with them every certificate, when its Application goes', () => {
    expect(certManagerValues().crds).toEqual({ enabled: true, keep: true });
  });

  test('touches no namespace but its own', () => {
    expect(certManagerValues().global.leaderElection.namespace).toBe(certManagerApplication().namespace);
  });

  test('is declared pod by pod', () => {
    expect(certManagerApplication().pods.map(({ name }) => name)).toEqual(['controller', 'webhook', 'cainjector']);
  });
});
