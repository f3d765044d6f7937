import { describe, expect, test } from 'vitest';
import type { HomeServiceInput } from '../../site/sections/home-services.ts';
import example from '../fixtures/example.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';

const address = '192.168.4.20:2283';

describe('a service at home', () => {
  test('is a Service that chooses no pods, and a slice that says where it leads', () => {
    const { service, slice } = objectsOf({ address, exposure: 'home' });
    expect(service.spec).toMatchObject({ type: 'ClusterIP', ports: [{ name: 'http', port: 2283 }] });
    expect(service.spec).not.toHaveProperty('selector');
    expect(slice).toMatchObject({
      metadata: {
        labels: { 'kubernetes.io/service-name': 'album', 'endpointslice.kubernetes.io/managed-by': 'armstead' },
      },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['192.168.4.20'], conditions: { ready: true } }],
      ports: [{ name: 'http', port: 2283, protocol: 'TCP' }],
    });
  });

  test('names its port by its protocol in both, since that is how they are matched', () => {
    const { service, slice, annotations } = objectsOf({ address, exposure: 'home', protocol: 'https' });
    expect([service.spec, slice]).toMatchObject([{ ports: [{ name: 'https' }] }, { ports: [{ name: 'https' }] }]);
    expect(annotations['nginx.ingress.kubernetes.io/backend-protocol']).toBe('HTTPS');
  });

  test('takes uploads of any size, or up to the one that is stated', () => {
    const size = 'nginx.ingress.kubernetes.io/proxy-body-size';
    expect(objectsOf({ address, exposure: 'home' }).annotations[size]).toBe('0');
    expect(objectsOf({ address, exposure: 'home', largestUpload: '2Gi' }).annotations[size]).toBe('2048m');
  });

  test('is reached by its own name under the domain unless another is stated', () => {
    expect(objectsOf({ address, exposure: 'home' }).host).toBe('album.example.org');
    expect(objectsOf({ address, exposure: 'home', host: 'pictures' }).host).toBe('pictures.example.org');
  });
});

interface Shape {
  readonly kind: string;
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: { readonly rules?: readonly { readonly host: string }[] };
}

function objectsOf(service: HomeServiceInput) {
  const home = { ...example.home, services: { album: service } } as NonNullable<typeof example.home>;
  const objects = manifestsOfSite(aSite({ home }))
    .filter(({ folder }) => folder === 'home')
    .map(({ object }) => object as unknown as Shape);
  const one = (kind: string) => objects.find((object) => object.kind === kind) as Shape;
  const ingress = one('Ingress');
  return {
    service: one('Service'),
    slice: one('EndpointSlice'),
    annotations: ingress.metadata.annotations ?? {},
    host: ingress.spec.rules?.[0]?.host,
  };
}
