import { expect, test } from 'vitest';
import { notices, noticesText } from '../../../site/plan/notices.ts';
import { aSite } from '../../support/site.ts';

const traefik = aSite({ kubernetes: '1.36.1' });
const ingressNginx = aSite({ kubernetes: '1.36.1', edge: { controller: 'ingress-nginx' } });

test('a built site with Traefik has nothing to be told', () => {
  expect(noticesText(notices(traefik, true))).toBe('');
});

test('a site that is not built is told what its load balancers lack, and how to get it', () => {
  expect(noticesText(notices(traefik, false))).toBe(
    'notice: site.outputs.json is absent: the load balancers name no subnet, no security group and no address yet.\n' +
      '        Build the cloud side, then run npm run hand-over; docs/edge.md tells what changes.\n',
  );
});

const vault = { backend: 'oci-vault', vault: 'ocid1.vault.oc1.eu-frankfurt-1.abc.def' } as const;
const infrastructure = { tenancy: 'ocid1.tenancy.oc1..abc' };

test('a site with a vault and external nodes is told who may read it', () => {
  expect(noticesText(notices(aSite({ secrets: vault }), true))).toBe(
    'notice: every pod may read the whole vault, unless the nodes keep pods from the metadata of the cloud (169.254.169.254).\n' +
      '        Nodes that infra/ makes do; this site states no infrastructure, so yours are external.\n' +
      '        docs/secrets.md tells how to close it, and that it cannot be closed with VCN-native pod networking.\n',
  );
  expect(notices(aSite({ secrets: vault, infrastructure, home: undefined }), true)).toEqual([]);
});

test('a site with a gateway in a free account is told that it may be stopped', () => {
  expect(noticesText(notices(aSite({ infrastructure }), true))).toBe(
    'notice: Oracle may stop the gateway, which is idle by nature, and with it the routes to kubectl and home.\n' +
      '        Turn the account into Pay As You Go: what is free stays free, and its machines are not taken back.\n' +
      '        docs/infrastructure.md tells more under Reclaim, and how this is no longer said.\n',
  );
  const cloud = { region: 'eu-frankfurt-1', nodes: { a: {} }, allowPaid: 'an account that is Pay As You Go' };
  expect(notices(aSite({ infrastructure, cloud }), true)).toEqual([]);
});

test('a site whose region is newer than the list is told that nobody looks it up, and when that is over', () => {
  const cloud = { nodes: { a: {} }, regionIsNew: true };
  expect(noticesText(notices(aSite({ cloud: { ...cloud, region: 'eu-vienna-1' } }), true))).toBe(
    'notice: cloud.region eu-vienna-1 is taken as it is written (cloud.regionIsNew): the list of regions, read in November 2026, has\n' +
      '        no such region. A slip in it shows only when the cloud is called.\n',
  );
  expect(noticesText(notices(aSite({ cloud: { ...cloud, region: 'eu-zurich-1' } }), true))).toBe(
    'notice: cloud.regionIsNew is no longer needed: the list of regions has eu-zurich-1.\n' +
      '        Leave it out, and a slip in the name of the region is found at once.\n',
  );
});

test('a site with ingress-nginx is told until when it is known to work', () => {
  expect(noticesText(notices(ingressNginx, true))).toBe(
    'notice: edge.controller ingress-nginx is retired: since March 2026 nobody fixes its security holes.\n' +
      '        It is known to work up to Kubernetes 1.35; this site runs 1.36.1, which is newer.\n' +
      "        Write 'traefik': it obeys the same Ingresses.\n",
  );
  expect(notices({ ...ingressNginx, kubernetes: '1.35.2' }, true)[0]).toContain('this site runs 1.35.2.\n');
});

test.each([
  ['signOn.organisation', { provider: 'github', mails: ['ana@example.net'] }],
  ['signOn.endpoints', { provider: 'oidc', issuer: 'https://id.example.org', mailDomains: ['*'] }],
] as const)('a sign-on from which Grafana cannot tell who may enter is told of %s', (field, signOn) => {
  expect(noticesText(notices(aSite({ home: undefined, signOn }), true))).toBe(
    'notice: Grafana asks for a password of its own behind the sign-on: it could not tell who may enter.\n' +
      `        Write ${field}, and it signs people in by itself; docs/guards.md tells how.\n`,
  );
});
