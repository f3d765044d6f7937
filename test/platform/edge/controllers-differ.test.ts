import { expect, test } from 'vitest';
import { aSite, filesOf, manifestsOfSite } from '../../support/site.ts';

const dist = (controller: 'traefik' | 'ingress-nginx') => filesOf(manifestsOfSite(aSite({ edge: { controller } })));

/** What the choice of a controller may change: its own Application, how the cloud leads to it, and how it waits for home. */
const DIFFERENT = [
  'apps/application.ingress-nginx.yaml',
  'apps/application.traefik.yaml',
  'bootstrap/appproject.platform.yaml',
  'edge/service.edge-home.yaml',
  'edge/service.edge-public.yaml',
  ...['nas', 'notes', 'photos', 'weather'].map((name) => `home/ingress.${name}.yaml`),
];

test('one word switches the controller; nothing else changes but the route to it and the routes home', () => {
  const [one, other] = [dist('traefik'), dist('ingress-nginx')];
  const paths = [...new Set([...one.keys(), ...other.keys()])].sort();
  expect(paths.filter((path) => one.get(path) !== other.get(path))).toEqual(DIFFERENT);
});

test('in the project it is the address of the chart that changes', () => {
  const path = 'bootstrap/appproject.platform.yaml';
  expect(linesThatDiffer(dist('traefik').get(path), dist('ingress-nginx').get(path))).toEqual([
    '- https://traefik.github.io/charts',
    '+ https://kubernetes.github.io/ingress-nginx',
  ]);
});

test('on the route to it, the names of its ports and how it learns the address of a client', () => {
  const path = 'edge/service.edge-public.yaml';
  expect(linesThatDiffer(dist('traefik').get(path), dist('ingress-nginx').get(path))).toEqual([
    '- oci-network-load-balancer.oraclecloud.com/is-preserve-source: "true"',
    '- targetPort: web',
    '- targetPort: websecure',
    '+ oci-network-load-balancer.oraclecloud.com/is-ppv2-enabled: "true"',
    '+ oci-network-load-balancer.oraclecloud.com/is-preserve-source: "false"',
    '+ oci.oraclecloud.com/ingress-ip-mode: proxy',
    '+ targetPort: http',
    '+ targetPort: https',
  ]);
});

test('on the routes home, how long a WebSocket may be silent, and what ties the Ingress to the file of Traefik', () => {
  const differ = (name: string) => {
    const path = `home/ingress.${name}.yaml`;
    return linesThatDiffer(dist('traefik').get(path), dist('ingress-nginx').get(path));
  };
  const silence = 'nginx.ingress.kubernetes.io/proxy-read-timeout';
  expect(differ('nas')).toEqual([
    '- nginx.ingress.kubernetes.io/limit-connections: "250"',
    `- ${silence}: "3600"`,
    `+ ${silence}: "60"`,
  ]);
  expect(differ('notes')).toEqual([
    '- nginx.ingress.kubernetes.io/allowlist-source-range: 0.0.0.0/0,::/0',
    `- ${silence}: "3600"`,
    `+ ${silence}: "60"`,
  ]);
});

function linesThatDiffer(one = '', other = ''): string[] {
  const [gone, came] = [lines(one), lines(other)];
  return [
    ...gone.filter((line) => !came.includes(line)).map((line) => `- ${line}`),
    ...came.filter((line) => !gone.includes(line)).map((line) => `+ ${line}`),
  ];
}

function lines(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/^[\s-]+/, ''));
}
