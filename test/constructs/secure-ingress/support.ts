import type { Chart } from 'cdk8s';
import { Service } from 'cdk8s-plus-27';
import {
  type EdgeOptions,
  Guard,
  SecureIngress,
  type SecureIngressProps,
} from '../../../constructs/secure-ingress/index.ts';
import { aFolder } from '../support/synth.ts';

/** An edge with everything that it can have. */
export const EDGE: EdgeOptions = {
  controller: 'traefik',
  ingressClass: 'edge',
  issuer: { kind: 'ClusterIssuer', name: 'letsencrypt-staging', suffix: 'staging' },
  homeNetworks: ['192.168.4.0/22', '192.168.16.0/24'],
  signOn: {
    check: 'http://sign-on.sign-on.svc.cluster.local:4180/oauth2/auth',
    signIn: 'https://sign-on.example.org/oauth2/start',
    headers: ['X-Auth-Request-User'],
  },
};

/** The same with certificates that browsers trust. */
export const TRUSTED: EdgeOptions = {
  ...EDGE,
  issuer: { kind: 'ClusterIssuer', name: 'letsencrypt-production', suffix: 'production' },
  strictTransport: true,
};

/** The folder `home` with one service behind a SecureIngress. */
export function aRoute(changes: Partial<SecureIngressProps> = {}): { chart: Chart; route: SecureIngress } {
  const chart = aFolder('home');
  const route = new SecureIngress(chart, 'Photos', {
    edge: EDGE,
    host: 'photos.example.org',
    backend: { service: aService(chart, 'photos'), port: 80 },
    guard: Guard.none(),
    ...changes,
  });
  return { chart, route };
}

export function aService(chart: Chart, name: string): Service {
  return new Service(chart, `Service ${name}`, { metadata: { name }, ports: [{ port: 80 }] });
}

const PREFIX = 'nginx.ingress.kubernetes.io/';

/** The annotations of an Ingress without the prefix that all of them have. */
export function short(annotations: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(annotations).map(([key, value]) => [key.replace(PREFIX, ''), value]));
}
