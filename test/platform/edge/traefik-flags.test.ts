import { expect, test } from 'vitest';
import { traefikFlags, traefikValues } from '../../../platform/edge/index.ts';

const values = traefikValues({ announcing: ['10.0.0.0/24', '10.0.1.0/24'], uploadSeconds: 90 });
const flags = traefikFlags(values, '/tmp/file');

test.each([
  ['reads Ingresses of the class', '--providers.kubernetesingressnginx.controllerclass=k8s.io/ingress-nginx'],
  [
    'lets one header through',
    '--providers.kubernetesingressnginx.globalallowedresponseheaders=Strict-Transport-Security',
  ],
  ['reads the file of its own', '--providers.file.directory=/tmp/file'],
  ['takes identity from nobody', '--entrypoints.websecure.http.middlewares=identity@file'],
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
    traefikFlags(traefikValues({ announcing: [], uploadSeconds: 90 }), '/tmp/file').filter((flag) =>
      flag.includes('trustedips'),
    ),
  ).toEqual([]);
});

test('the flags are those that the chart makes: this list is that of chart 41.3.0 with the same values', () => {
  expect([...flags].sort()).toMatchInlineSnapshot(`
    [
      "--accesslog.fields.defaultmode=keep",
      "--accesslog.fields.headers.defaultmode=drop",
      "--accesslog.fields.queryparameters.defaultmode=drop",
      "--accesslog.format=json",
      "--accesslog=true",
      "--api.dashboard=false",
      "--api.debug=false",
      "--api.insecure=false",
      "--entrypoints.metrics.address=:9100/tcp",
      "--entrypoints.metrics.http.maxheaderbytes=32768",
      "--entrypoints.metrics.http2.maxconcurrentstreams=16",
      "--entrypoints.traefik.address=:8080/tcp",
      "--entrypoints.traefik.http.maxheaderbytes=32768",
      "--entrypoints.traefik.http2.maxconcurrentstreams=16",
      "--entrypoints.web.address=:8000/tcp",
      "--entrypoints.web.http.encodedcharacters.allowencodedbackslash=false",
      "--entrypoints.web.http.encodedcharacters.allowencodednullcharacter=false",
      "--entrypoints.web.http.maxheaderbytes=32768",
      "--entrypoints.web.http.middlewares=identity@file",
      "--entrypoints.web.http.sanitizepath=true",
      "--entrypoints.web.http.underscoreheadersstrategy=delete",
      "--entrypoints.web.http2.maxconcurrentstreams=16",
      "--entrypoints.web.proxyprotocol.trustedips=10.0.0.0/24,10.0.1.0/24",
      "--entrypoints.web.transport.lifecycle.gracetimeout=30s",
      "--entrypoints.web.transport.respondingtimeouts.idletimeout=75s",
      "--entrypoints.web.transport.respondingtimeouts.readtimeout=90s",
      "--entrypoints.websecure.address=:8443/tcp",
      "--entrypoints.websecure.http.encodedcharacters.allowencodedbackslash=false",
      "--entrypoints.websecure.http.encodedcharacters.allowencodednullcharacter=false",
      "--entrypoints.websecure.http.maxheaderbytes=32768",
      "--entrypoints.websecure.http.middlewares=identity@file",
      "--entrypoints.websecure.http.sanitizepath=true",
      "--entrypoints.websecure.http.tls=true",
      "--entrypoints.websecure.http.underscoreheadersstrategy=delete",
      "--entrypoints.websecure.http2.maxconcurrentstreams=16",
      "--entrypoints.websecure.proxyprotocol.trustedips=10.0.0.0/24,10.0.1.0/24",
      "--entrypoints.websecure.transport.lifecycle.gracetimeout=30s",
      "--entrypoints.websecure.transport.respondingtimeouts.idletimeout=75s",
      "--entrypoints.websecure.transport.respondingtimeouts.readtimeout=90s",
      "--global.checknewversion=false",
      "--log.format=json",
      "--log.level=INFO",
      "--metrics.prometheus.addrouterslabels=true",
      "--metrics.prometheus.addserviceslabels=true",
      "--metrics.prometheus.entrypoint=metrics",
      "--metrics.prometheus=true",
      "--ping=true",
      "--providers.file.directory=/tmp/file",
      "--providers.file.watch=true",
      "--providers.kubernetesingressnginx.allowcrossnamespaceresources=false",
      "--providers.kubernetesingressnginx.allowsnippetannotations=false",
      "--providers.kubernetesingressnginx.controllerclass=k8s.io/ingress-nginx",
      "--providers.kubernetesingressnginx.disablesvcexternalname=false",
      "--providers.kubernetesingressnginx.globalallowedresponseheaders=Strict-Transport-Security",
      "--providers.kubernetesingressnginx.httpentrypoint=web",
      "--providers.kubernetesingressnginx.httpsentrypoint=websecure",
      "--providers.kubernetesingressnginx.ingressclass=edge",
      "--providers.kubernetesingressnginx.ingressclassbyname=false",
      "--providers.kubernetesingressnginx.strictvalidatepathtype=true",
      "--providers.kubernetesingressnginx.upstreamkeepalivetimeout=4",
      "--providers.kubernetesingressnginx.watchingresswithoutclass=false",
      "--providers.kubernetesingressnginx=true",
    ]
  `);
});
