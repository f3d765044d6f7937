import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../kubernetes/object.ts';
import { check } from '../../policies/index.ts';
import type { SiteInput } from '../../site/index.ts';
import { dnsRecords } from '../../site/plan/dns.ts';
import { secretsOf } from '../../site/plan/secrets.ts';
import { smallest } from '../fixtures/base.ts';
import { aPlan, aSite, manifestsOfPlan, manifestsOfSite } from '../support/site.ts';

/** The smallest site has no home and no sign-on. */
const NOBODY = { home: undefined, signOn: undefined, monitoring: {} };
const VAULT = { backend: 'oci-vault', vault: 'ocid1.vault.oc1.eu-frankfurt-1.b5qexample.abtheexample' } as const;
const WEBHOOK = { webhook: { secret: 'argocd-webhook' } };
const BY_KEY = { url: 'git@github.com:you/platform.git', secret: 'platform-repository' };

function objects(changes: Partial<SiteInput>, folder = 'delivery'): KubeObject[] {
  return manifestsOfSite(aSite(changes))
    .filter((manifest) => manifest.folder === folder)
    .map(({ object }) => object);
}

function named(kind: string, name: string, all: readonly KubeObject[]): KubeObject {
  const found = all.find((object) => object.kind === kind && object.metadata.name === name);
  if (!found) throw new Error(`no ${kind} ${name}`);
  return found;
}

function ingress(changes: Partial<SiteInput>, name = 'argocd-server') {
  return named('Ingress', name, objects(changes)) as KubeObject & {
    spec: { rules: { host: string; http: { paths: object[] } }[] };
  };
}

function values(changes: Partial<SiteInput> = {}) {
  const { spec } = named('Application', 'argocd', objects(changes, 'apps'));
  return (spec as { source: { helm: { valuesObject: { configs: Record<string, unknown> } } } }).source.helm
    .valuesObject;
}

describe("Argo CD's pages", () => {
  test('are for home alone, at argocd under the domain, on the Service of the chart', () => {
    const { metadata, spec } = ingress({});
    expect(metadata.annotations).toMatchObject({
      'nginx.ingress.kubernetes.io/allowlist-source-range': '192.168.4.0/22,192.168.16.0/24',
      'armstead/made-elsewhere': 'service/argocd-server',
    });
    expect(spec.rules).toEqual([
      {
        host: 'argocd.example.org',
        http: {
          paths: [
            { path: '/', pathType: 'Prefix', backend: { service: { name: 'argocd-server', port: { number: 80 } } } },
          ],
        },
      },
    ]);
  });

  test('have the sign-on in front where the site asks for it, for those whom it names', () => {
    const { metadata } = ingress({ gitops: { exposure: 'public', guard: 'sso', allow: { teams: ['family'] } } });
    expect(metadata.annotations?.['nginx.ingress.kubernetes.io/auth-url']).toBe(
      'http://sign-on.signon.svc.cluster.local:4180/oauth2/auth?allowed_groups=you%3Afamily',
    );
    expect(metadata.annotations).not.toHaveProperty('nginx.ingress.kubernetes.io/allowlist-source-range');
    expect(metadata.annotations).toMatchObject({ 'armstead/made-elsewhere': 'service/argocd-server' });
  });

  test('are published to nobody where there is no home and no word of it', () => {
    expect(objects(NOBODY)).toEqual([]);
    expect(objects(NOBODY, 'apps').map(({ metadata }) => metadata.name)).not.toContain('delivery');
  });

  test('know the address at which they are', () => {
    expect(values({ gitops: { host: 'deliveries' } }).configs.cm).toMatchObject({
      url: 'https://deliveries.example.org',
    });
  });

  test('call an Ingress well without an address, which no controller of a site writes: by the install Job too', () => {
    const key = 'resource.customizations.health.networking.k8s.io_Ingress';
    const cm = { [key]: 'hs = {}\nhs.status = "Healthy"\nhs.message = ""\nreturn hs\n' };
    expect(values().configs).toMatchObject({ cm });
    const { data } = named('ConfigMap', 'install-argocd', objects({}, 'install')) as KubeObject & { data: object };
    expect(JSON.parse(Object.values(data)[0] as string).configs).toMatchObject({ cm });
  });

  test('have their record in DNS', () => {
    const records = dnsRecords(aPlan(), { public: '203.0.113.10', home: '10.0.3.4' });
    expect(records.filter(({ name }) => name === 'argocd.example.org')).toEqual([
      {
        name: 'argocd.example.org',
        address: '203.0.113.10',
        audience: 'everywhere',
        what: 'Argo CD: only for its certificate',
      },
      { name: 'argocd.example.org', address: '10.0.3.4', audience: 'at-home', what: 'Argo CD' },
    ]);
  });
});

describe('the webhook', () => {
  test('is absent unless the site requests it', () => {
    expect(objects({}).map(({ metadata }) => metadata.name)).not.toContain('argocd-webhook');
    expect(values().configs).not.toHaveProperty('secret');
  });

  test('is one path at a host of its own, for everybody, and counted', () => {
    const { metadata, spec } = ingress({ gitops: WEBHOOK }, 'argocd-webhook');
    expect(spec.rules).toEqual([
      {
        host: 'argocd-webhook.example.org',
        http: {
          paths: [
            {
              path: '/api/webhook',
              pathType: 'Prefix',
              backend: { service: { name: 'argocd-server', port: { number: 80 } } },
            },
          ],
        },
      },
    ]);
    expect(metadata.annotations).toMatchObject({ 'nginx.ingress.kubernetes.io/limit-rps': '2' });
  });

  test('leaves the pages to home', () => {
    expect(ingress({ gitops: WEBHOOK }).metadata.annotations).toHaveProperty(
      'nginx.ingress.kubernetes.io/allowlist-source-range',
    );
  });

  test('verifies the calls of every kind of git host, by a reference to the one Secret', () => {
    expect(values({ gitops: WEBHOOK }).configs.secret).toEqual({
      githubSecret: '$argocd-webhook:secret',
      gitlabSecret: '$argocd-webhook:secret',
      bitbucketServerSecret: '$argocd-webhook:secret',
      bitbucketUUID: '$argocd-webhook:secret',
      gogsSecret: '$argocd-webhook:secret',
      azureDevops: { username: 'webhook', password: '$argocd-webhook:secret' },
    });
  });

  test('has its Secret where and as Argo CD looks for it, by hand or from the vault', () => {
    expect(secretsOf(aSite({ gitops: WEBHOOK })).find(({ name }) => name === 'argocd-webhook')).toMatchObject({
      namespace: 'argocd',
      labels: { 'app.kubernetes.io/part-of': 'argocd' },
    });
    const fromVault = named('ExternalSecret', 'argocd-webhook', objects({ gitops: WEBHOOK, secrets: VAULT }));
    expect((fromVault.spec as { target: object }).target).toEqual({
      name: 'argocd-webhook',
      creationPolicy: 'Owner',
      deletionPolicy: 'Retain',
      template: { metadata: { labels: { 'app.kubernetes.io/part-of': 'argocd' } } },
    });
  });
});

describe('a private repository', () => {
  test('has a reference to its Secret in the root Application, declared as made by hand', () => {
    const root = named('Application', 'root', objects({ git: BY_KEY }, 'bootstrap'));
    expect(root.metadata.annotations).toMatchObject({
      'armstead/reads-secrets': 'platform-repository',
      'armstead/made-elsewhere': 'secret/platform-repository',
    });
    const plan = aPlan({ git: BY_KEY });
    expect(check(manifestsOfPlan(plan), plan).findings).toEqual([]);
  });

  test('is read with a key from the vault in the form in which Argo CD looks for it, and keeps it if the vault goes', () => {
    const changes = { ...NOBODY, git: BY_KEY, secrets: VAULT };
    const [secret, ...others] = objects(changes);
    expect(others).toEqual([]);
    expect(secret?.spec).toEqual({
      refreshInterval: '1h',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'oci-vault' },
      target: {
        name: 'platform-repository',
        creationPolicy: 'Orphan',
        deletionPolicy: 'Retain',
        template: {
          metadata: { labels: { 'argocd.argoproj.io/secret-type': 'repository' } },
          data: { type: 'git', url: 'git@github.com:you/platform.git', sshPrivateKey: '{{ .sshPrivateKey }}' },
        },
      },
      data: [{ secretKey: 'sshPrivateKey', remoteRef: { key: 'platform-repository', property: 'sshPrivateKey' } }],
    });
    const root = named('Application', 'root', objects(changes, 'bootstrap'));
    expect(root.metadata.annotations).not.toHaveProperty('armstead/made-elsewhere');
  });

  test('by HTTPS is read with a name and a token', () => {
    const git = { ...smallest.git, secret: 'platform-repository' };
    expect(secretsOf(aSite({ git })).find(({ name }) => name === 'platform-repository')).toMatchObject({
      keys: { username: expect.any(String), password: expect.any(String) },
      stated: { type: 'git', url: 'https://github.com/you/platform.git' },
    });
  });

  test('on a server of its own is believed by the key that the site states, also at the first installation', () => {
    const git = { url: 'ssh://git@git.example.org:2222/you/platform.git', secret: 'platform-repository' };
    const hostKeys = ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGx5eKqUjR0kDTVtrJtFZZxRh1HcOZ2TfAb6aR9BWbrn'];
    const changes = { git: { ...git, hostKeys } };
    expect(values(changes).configs.ssh).toEqual({ extraHosts: `[git.example.org]:2222 ${hostKeys[0]}\n` });
    const first = named('ConfigMap', 'install-argocd', objects(changes, 'install'));
    expect(JSON.parse((first.data as Record<string, string>)['values.json'] ?? '')).toEqual(values(changes));
  });
});

test('a Secret that Argo CD reads and nobody makes is found by the policies', () => {
  const plan = aPlan({ git: BY_KEY });
  const manifests = manifestsOfPlan(plan).map((manifest) => {
    if (manifest.object.metadata.name !== 'root') return manifest;
    const { 'armstead/made-elsewhere': _, ...annotations } = manifest.object.metadata.annotations ?? {};
    return { ...manifest, object: { ...manifest.object, metadata: { ...manifest.object.metadata, annotations } } };
  });
  expect(check(manifests, plan).findings).toMatchObject([
    { policy: 'references-resolve', found: 'platform-repository', rule: 'is no Secret of the namespace argocd' },
  ]);
});
