import { expect, test } from 'vitest';
import { traefikFlags, traefikValues } from '../../../constructs/edge/index.ts';

const flags = traefikFlags(traefikValues({ announcing: ['10.0.0.0/24', '10.0.1.0/24'], uploadSeconds: 90 }));

test.each([
  ['reads Ingresses of the class', '--providers.kubernetesingressnginx.controllerclass=k8s.io/ingress-nginx'],
  ['publishes the address', '--providers.kubernetesingressnginx.publishservice=edge/edge-public'],
  [
    'lets one header through',
    '--providers.kubernetesingressnginx.globalallowedresponseheaders=Strict-Transport-Security',
  ],
  ['takes no snippets', '--providers.kubernetesingressnginx.allowsnippetannotations=false'],
  ['takes nothing from other namespaces', '--providers.kubernetesingressnginx.allowcrossnamespaceresources=false'],
  ['believes load balancers on the HTTP port', '--entrypoints.web.proxyprotocol.trustedips=10.0.0.0/24,10.0.1.0/24'],
  ['drops headers with underscores', '--entrypoints.websecure.http.underscoreheadersstrategy=delete'],
  ['makes paths plain', '--entrypoints.websecure.http.sanitizepath=true'],
  ['keeps query parameters out of its log', '--accesslog.fields.queryparameters.defaultmode=drop'],
])('Traefik %s', (_, flag) => {
  expect(flags).toContain(flag);
});

test('every flag is one word in lower case, and none is said twice', () => {
  const names = flags.map((flag) => flag.slice(0, flag.indexOf('=')));
  expect(names.filter((name) => !/^--[a-z0-9.]+$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('a list without items is no flag: to Traefik it would be a list of one empty item', () => {
  expect(
    traefikFlags(traefikValues({ announcing: [], uploadSeconds: 90 })).filter((flag) => flag.includes('trustedips')),
  ).toEqual([]);
});
