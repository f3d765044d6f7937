import { describe, expect, test } from 'vitest';
import { edgeApplication, edgeTargets } from '../../../platform/edge/application.ts';
import { Edge, traefikValues } from '../../../platform/edge/index.ts';
import { ingressNginxValues } from '../../../platform/edge/ingress-nginx/values.ts';
import type { SiteInput } from '../../../site/index.ts';
import type { LoadBalancerPlan } from '../../../site/plan/load-balancers.ts';
import { announcingNetworks, loadBalancers } from '../../../site/plan/load-balancers.ts';
import { aFolder, objects, only, type Rendered } from '../../constructs/support/synth.ts';
import { OUTPUTS } from '../../support/outputs.ts';
import { aPlan, aSite } from '../../support/site.ts';

type EdgeInput = NonNullable<SiteInput['edge']>;

function services(edge: EdgeInput, outputs?: typeof OUTPUTS): Record<LoadBalancerPlan['name'], Rendered> {
  const site = aSite({ edge });
  const chart = aFolder('edge');
  new Edge(chart, 'Edge', {
    loadBalancers: loadBalancers(site, outputs),
    targets: edgeTargets(site.edge.controller),
  });
  const found = objects(chart).filter(({ kind }) => kind === 'Service');
  return Object.fromEntries(found.map((service) => [service.metadata.name, service])) as ReturnType<typeof services>;
}

test('the class leads to whichever controller obeys the annotations of ingress-nginx', () => {
  const chart = aFolder('edge');
  new Edge(chart, 'Edge', { loadBalancers: [], targets: edgeTargets('traefik') });
  expect(only(chart, 'IngressClass')).toMatchObject({
    metadata: { name: 'edge' },
    spec: { controller: 'k8s.io/ingress-nginx' },
  });
});

describe('both load balancers', () => {
  test.each(['edge-public', 'edge-home'] as const)(
    '%s leads only to nodes that run the edge, by fixed ports',
    (name) => {
      const { spec } = services({})[name];
      expect(spec).toMatchObject({
        type: 'LoadBalancer',
        externalTrafficPolicy: 'Local',
        selector: { 'armstead/edge': 'controller' },
      });
      const ports = name === 'edge-public' ? [30_080, 30_443, 30_081] : [30_180, 30_543, 30_181];
      const nodePorts = spec.ports.map((port: { nodePort: number }) => port.nodePort);
      expect([...nodePorts, spec.healthCheckNodePort]).toEqual(ports);
    },
  );

  test('lead to the ports of the controller by their names', () => {
    const targets = (service: Rendered) => service.spec.ports.map((port: { targetPort: string }) => port.targetPort);
    expect(targets(services({})['edge-public'])).toEqual(['web', 'websecure']);
    expect(targets(services({ controller: 'ingress-nginx' })['edge-home'])).toEqual(['http', 'https']);
  });
});

describe('a network load balancer', () => {
  test('keeps the address of the client, is free, and leaves the security rules alone', () => {
    expect(services({})['edge-public'].metadata.annotations).toEqual({
      'armstead/made-elsewhere': 'pods',
      'oci.oraclecloud.com/load-balancer-type': 'nlb',
      'oci-network-load-balancer.oraclecloud.com/security-list-management-mode': 'None',
      'oci-network-load-balancer.oraclecloud.com/is-preserve-source': 'true',
      'oci-network-load-balancer.oraclecloud.com/external-ip-only': 'true',
    });
  });

  test('announces addresses to ingress-nginx, which takes all of them announced or none', () => {
    expect(services({ controller: 'ingress-nginx' })['edge-public'].metadata.annotations).toMatchObject({
      'oci-network-load-balancer.oraclecloud.com/is-preserve-source': 'false',
      'oci-network-load-balancer.oraclecloud.com/is-ppv2-enabled': 'true',
    });
  });
});

describe('a flexible load balancer', () => {
  test('has the free shape, announces the address of the client, and leaves the security rules alone', () => {
    expect(services({ loadBalancer: 'flexible' })['edge-public'].metadata.annotations).toEqual({
      'armstead/made-elsewhere': 'pods',
      'oci.oraclecloud.com/load-balancer-type': 'lb',
      'service.beta.kubernetes.io/oci-load-balancer-shape': 'flexible',
      'service.beta.kubernetes.io/oci-load-balancer-shape-flex-min': '10',
      'service.beta.kubernetes.io/oci-load-balancer-shape-flex-max': '10',
      'service.beta.kubernetes.io/oci-load-balancer-security-list-management-mode': 'None',
      'service.beta.kubernetes.io/oci-load-balancer-connection-proxy-protocol-version': '2',
    });
  });
});

describe('a pod that asks for the address of a load balancer', () => {
  const MODE = 'oci.oraclecloud.com/ingress-ip-mode';

  test.each(['network', 'flexible'] as const)(
    'goes through it with ingress-nginx, which answers nobody whom no load balancer announces (%s)',
    (loadBalancer) => {
      const both = Object.values(services({ controller: 'ingress-nginx', loadBalancer }));
      expect(both.map(({ metadata }) => metadata.annotations[MODE])).toEqual(['proxy', 'proxy']);
    },
  );

  test.each(['network', 'flexible'] as const)(
    'is sent straight to Traefik, which also takes what nobody announces (%s)',
    (loadBalancer) => {
      const both = Object.values(services({ loadBalancer }));
      expect(both.map(({ metadata }) => metadata.annotations[MODE])).toEqual([undefined, undefined]);
    },
  );
});

describe('the load balancer for home', () => {
  test.each([
    ['network', 'service.beta.kubernetes.io/oci-load-balancer-internal'],
    ['flexible', 'oci-network-load-balancer.oraclecloud.com/internal'],
  ] as const)('is the other free one beside a %s one, with a private address only', (loadBalancer, internal) => {
    const { 'edge-public': open, 'edge-home': home } = services({ loadBalancer });
    expect(home.metadata.annotations[internal]).toBe('true');
    expect(Object.keys(open.metadata.annotations).filter((key) => key.endsWith('internal'))).toEqual([]);
  });

  test('is not there without a home', () => {
    const { home: _home, ...site } = aSite();
    expect(loadBalancers(site).map(({ name }) => name)).toEqual(['edge-public']);
  });
});

describe('what the infrastructure handed over', () => {
  test('puts the public one into its subnet, behind its rules and at its address', () => {
    const { metadata, spec } = services({}, OUTPUTS)['edge-public'];
    expect(spec.loadBalancerIP).toBe('203.0.113.10');
    expect(metadata.annotations).toMatchObject({
      'oci-network-load-balancer.oraclecloud.com/subnet': OUTPUTS.loadBalancer.subnet,
      'oci-network-load-balancer.oraclecloud.com/oci-network-security-groups': OUTPUTS.loadBalancer.securityGroup,
    });
  });

  test('puts the one for home among the nodes, which have the route home', () => {
    const { metadata, spec } = services({}, OUTPUTS)['edge-home'];
    expect(spec.loadBalancerIP).toBeUndefined();
    expect(metadata.annotations).toMatchObject({
      'service.beta.kubernetes.io/oci-load-balancer-subnet1': OUTPUTS.nodes.subnet,
      'oci.oraclecloud.com/oci-network-security-groups': OUTPUTS.loadBalancer.securityGroup,
    });
  });
});

describe('an announced address', () => {
  const networks = (edge: EdgeInput) => announcingNetworks(loadBalancers(aSite({ edge })));

  test('is believed from the network of the load balancer that announces, and from nobody else', () => {
    expect(networks({})).toEqual(['10.0.1.0/24']);
    expect(networks({ loadBalancer: 'flexible' })).toEqual(['10.0.0.0/24']);
    expect(networks({ controller: 'ingress-nginx' })).toEqual(['10.0.0.0/24', '10.0.1.0/24']);
  });

  test('is the one way in which either controller learns of an address but the connection itself', () => {
    const { web, websecure } = traefikValues({ announcing: ['10.0.1.0/24'], uploadSeconds: 60 }).ports;
    for (const port of [web, websecure]) {
      expect(port.proxyProtocol).toEqual({ insecure: false, trustedIPs: ['10.0.1.0/24'] });
      expect(port.forwardedHeaders).toEqual({ insecure: false, trustedIPs: [] });
    }
    expect(ingressNginxValues({ announcing: ['10.0.1.0/24'] }).controller.config).toMatchObject({
      'use-forwarded-headers': 'false',
      'use-proxy-protocol': 'true',
      'proxy-real-ip-cidr': '10.0.1.0/24',
    });
  });
});

describe('what one client may hold', () => {
  const { ports, additionalArguments } = traefikValues({ announcing: [], uploadSeconds: 420 });

  test.each(['web', 'websecure'] as const)('has a bound at the entry point %s of Traefik', (name) => {
    const { http, transport } = ports[name];
    expect(http.maxHeaderBytes).toBe(32_768);
    expect(transport.respondingTimeouts).toEqual({ readTimeout: '420s', idleTimeout: '75s' });
    expect(additionalArguments).toContain(`--entrypoints.${name}.http2.maxconcurrentstreams=16`);
  });

  test.each(['traefik', 'metrics'] as const)("has a bound at the cluster's own entry point %s as well", (name) => {
    expect(ports[name].http.maxHeaderBytes).toBe(32_768);
    expect(additionalArguments).toContain(`--entrypoints.${name}.http2.maxconcurrentstreams=16`);
  });

  test('has the same bounds with ingress-nginx, and half as many streams, each of which costs it more', () => {
    expect(ingressNginxValues({ announcing: [] }).controller.config).toMatchObject({
      'large-client-header-buffers': '4 8k',
      'http2-max-concurrent-streams': '8',
      'client-header-timeout': '60',
      'client-body-timeout': '60',
      'keep-alive': '75',
      'worker-processes': '2',
      'max-worker-connections': '1024',
    });
  });
});

describe('the controller', () => {
  test.each(['traefik', 'ingress-nginx'] as const)('%s declares what it asks of the nodes', (controller) => {
    const { pods, values } = edgeApplication(aPlan({ edge: { controller } }).edge, aFolder('edge'));
    const { resources } = 'controller' in values ? (values.controller as typeof values) : values;
    expect(pods).toHaveLength(1);
    expect(resources).toMatchObject({ requests: { memory: `${pods[0]?.resources.memoryMebibytes.request}Mi` } });
  });

  test.each([
    ['Traefik', traefikValues({ announcing: [], uploadSeconds: 60 }).providers.kubernetesIngressNGINX],
    ['ingress-nginx', ingressNginxValues({ announcing: [] }).controller],
  ] as const)('%s writes the address of no Service into Ingresses', (_, { publishService }) => {
    expect(publishService).toEqual({ enabled: false });
  });

  test('ingress-nginx, which writes that of its node otherwise, writes no status at all', () => {
    expect(ingressNginxValues({ announcing: [] }).controller.extraArgs).toMatchObject({ 'update-status': 'false' });
  });

  test('Traefik leaves its CRDs out, of which more than half belong to a paid product', () => {
    const { skipCrds } = edgeApplication(aPlan().edge, aFolder('edge'));
    expect(skipCrds).toBe(true);
  });
});
