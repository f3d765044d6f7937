import { expect, test } from 'vitest';
import { aSite, filesOf, manifestsOfSite } from '../../support/site.ts';

const dist = (controller: 'traefik' | 'ingress-nginx') => filesOf(manifestsOfSite(aSite({ edge: { controller } })));

/** What the choice of a controller may change: its own Application, and how the cloud leads to it. */
const DIFFERENT = [
  'apps/application.ingress-nginx.yaml',
  'apps/application.traefik.yaml',
  'bootstrap/appproject.platform.yaml',
  'edge/service.edge-home.yaml',
  'edge/service.edge-public.yaml',
];

test('one word switches the controller, and no other file of dist/ changes but its own and the way to it', () => {
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

test('on the way to it, the names of its ports and how it learns the address of a client', () => {
  const path = 'edge/service.edge-public.yaml';
  expect(linesThatDiffer(dist('traefik').get(path), dist('ingress-nginx').get(path))).toEqual([
    '- oci-network-load-balancer.oraclecloud.com/is-preserve-source: "true"',
    '- targetPort: web',
    '- targetPort: websecure',
    '+ oci-network-load-balancer.oraclecloud.com/is-ppv2-enabled: "true"',
    '+ oci-network-load-balancer.oraclecloud.com/is-preserve-source: "false"',
    '+ targetPort: http',
    '+ targetPort: https',
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
