import { clientAddressesAreTrue } from '../../../policies/network/client-addresses-are-true.ts';
import { home } from '../../fixtures/base.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anObject, aService, type Fields } from '../support/objects.ts';

function aLoadBalancer(name: string, spec: Fields = {}, annotations: Fields = {}) {
  return aService(name, { type: 'LoadBalancer', externalTrafficPolicy: 'Local', ...spec }, { annotations });
}

function aController(chart: string, valuesObject: Fields) {
  return anObject('argoproj.io/v1alpha1', 'Application', chart, {
    spec: { source: { chart, helm: { valuesObject } } },
  });
}

const ANNOUNCES = { 'service.beta.kubernetes.io/oci-load-balancer-connection-proxy-protocol-version': '2' };
const WEB = 'spec.source.helm.valuesObject.ports.web';

export const cases: PolicyCases = {
  policy: clientAddressesAreTrue,
  accepts: {
    'a load balancer that keeps addresses, and one that announces them': {
      site: { home },
      objects: [aLoadBalancer('edge-public'), aLoadBalancer('edge-home', {}, ANNOUNCES)],
    },
    'Traefik that believes the network of the one that announces': {
      site: { home },
      objects: [
        aController('traefik', {
          ports: { web: { proxyProtocol: { insecure: false, trustedIPs: ['10.0.1.0/24'] } } },
        }),
      ],
    },
    'ingress-nginx that believes the networks of both': {
      site: { home, edge: { controller: 'ingress-nginx' } },
      objects: [
        aController('ingress-nginx', {
          controller: { config: { 'use-forwarded-headers': 'false', 'proxy-real-ip-cidr': '10.0.0.0/24,10.0.1.0/24' } },
        }),
      ],
    },
    'a Service inside the cluster': { objects: [aService('web')] },
  },
  refuses: {
    'a load balancer whose requests may come by another node': {
      objects: [aLoadBalancer('edge-public', { externalTrafficPolicy: 'Cluster' })],
      findings: [
        {
          in: 'Service shop/edge-public',
          path: 'spec.externalTrafficPolicy',
          found: 'Cluster',
          rule: 'hides the address of the client behind that of a node',
          fix: 'write Local',
        },
      ],
    },
    'a load balancer that says nothing of it': {
      objects: [aLoadBalancer('edge-public', { externalTrafficPolicy: undefined })],
      findings: [
        {
          in: 'Service shop/edge-public',
          path: 'spec.externalTrafficPolicy',
          found: '',
          rule: 'is missing, and Cluster is what it is then',
          fix: 'write Local',
        },
      ],
    },
    'a load balancer that is believed and announces nobody': {
      site: { home },
      objects: [aLoadBalancer('edge-home')],
      findings: [
        {
          in: 'Service shop/edge-home',
          path: 'metadata.annotations',
          found: '',
          rule: 'announce no client, and the edge believes this load balancer',
          fix: 'write service.beta.kubernetes.io/oci-load-balancer-connection-proxy-protocol-version: "2"',
        },
      ],
    },
    'Traefik that believes everybody': {
      objects: [
        aController('traefik', {
          ports: {
            web: {
              proxyProtocol: { insecure: true, trustedIPs: ['10.0.0.0/8'] },
              forwardedHeaders: { trustedIPs: ['10.244.0.0/16'] },
            },
          },
        }),
      ],
      findings: [
        {
          in: 'Application shop/traefik',
          path: `${WEB}.proxyProtocol.insecure`,
          found: 'true',
          rule: 'lets every client state its own address',
          fix: 'switch it off',
        },
        {
          in: 'Application shop/traefik',
          path: `${WEB}.proxyProtocol.trustedIPs`,
          found: '10.0.0.0/8',
          rule: 'has no load balancer that announces clients',
          fix: 'leave it empty',
        },
        {
          in: 'Application shop/traefik',
          path: `${WEB}.forwardedHeaders.trustedIPs`,
          found: '10.244.0.0/16',
          rule: 'has no load balancer that announces clients',
          fix: 'leave it empty',
        },
      ],
    },
    'ingress-nginx that believes a header': {
      objects: [aController('ingress-nginx', { controller: { config: { 'use-forwarded-headers': 'true' } } })],
      findings: [
        {
          in: 'Application shop/ingress-nginx',
          path: "spec.source.helm.valuesObject.controller.config['use-forwarded-headers']",
          found: 'true',
          rule: 'lets every client state its own address',
          fix: 'switch it off',
        },
      ],
    },
  },
};
