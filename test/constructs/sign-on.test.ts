import { Chart, Testing } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import { signOnArguments } from '../../constructs/sign-on/arguments.ts';
import { SignOn } from '../../constructs/sign-on/index.ts';
import { edgePlan } from '../../site/plan/edge.ts';
import { hostName } from '../../site/plan/hosts.ts';
import { groupsOf, SIGN_ON_PORT, signOnPlan } from '../../site/plan/sign-on.ts';
import type { SignOnInput } from '../../site/sections/sign-on.ts';
import { aSite } from '../support/site.ts';

interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly containers: readonly { readonly env: readonly object[]; readonly volumeMounts?: readonly object[] }[];
      };
    };
  };
  readonly data?: Readonly<Record<string, string>>;
}

describe('who may sign on', () => {
  test.each<[string, SignOnInput, string[]]>([
    [
      'members of an organisation',
      { provider: 'github', organisation: 'you' },
      ['--provider=github', '--github-org=you', '--email-domain=*'],
    ],
    [
      'those members of an organisation who are named',
      { provider: 'github', organisation: 'you', mails: ['ana@example.org'] },
      ['--provider=github', '--github-org=you', '--authenticated-emails-file=/etc/sign-on/mails'],
    ],
    [
      'people by their addresses alone',
      { provider: 'google', mails: ['ana@example.net'] },
      ['--provider=google', '--authenticated-emails-file=/etc/sign-on/mails'],
    ],
    [
      'people by their addresses, and all of a domain',
      { provider: 'google', mails: ['ana@example.net'], mailDomains: ['example.org'] },
      ['--provider=google', '--authenticated-emails-file=/etc/sign-on/mails', '--email-domain=example.org'],
    ],
    [
      'members of groups',
      { provider: 'oidc', issuer: 'https://id.example.com', teams: ['family', 'cooks'] },
      ['--provider=oidc', '--email-domain=*', '--allowed-group=family', '--allowed-group=cooks'],
    ],
    [
      'everybody whom a provider knows, if the site says so',
      { provider: 'oidc', issuer: 'https://id.example.com', mailDomains: ['*'] },
      ['--provider=oidc', '--email-domain=*'],
    ],
  ])('%s', (_, signOn, expected) => {
    const membership = /^--(provider|github-org|authenticated-emails-file|email-domain|allowed-group)=/;
    expect(argumentsOf(signOn).filter((argument) => membership.test(argument))).toEqual(expected);
  });
});

describe('the sign-on', () => {
  test('proves each flow with a challenge and a nonce where the provider takes them', () => {
    const oidc = argumentsOf({ provider: 'oidc', issuer: 'https://id.example.com', mailDomains: ['*'] });
    expect(oidc).toContain('--code-challenge-method=S256');
    expect(oidc).toContain('--insecure-oidc-skip-nonce=false');
    expect(oidc).toContain('--oidc-issuer-url=https://id.example.com');
    expect(oidc).toContain('--oidc-groups-claim=groups');
  });

  test('believes no header of a proxy', () => {
    const all = argumentsOf({ provider: 'github', organisation: 'you' });
    expect(all.filter((argument) => /reverse-proxy|trusted-ip|skip-auth|htpasswd|jwt-bearer/.test(argument))).toEqual(
      [],
    );
    expect(all).toContain('--redirect-url=https://sign-on.example.org/oauth2/callback');
    expect(all).toContain('--whitelist-domain=.example.org');
  });

  test('gets everything secret from a Secret that somebody makes by hand', () => {
    const deployment = only(built({ provider: 'github', organisation: 'you', secret: 'login' }), 'Deployment');
    const keys = { CLIENT_ID: 'client-id', CLIENT_SECRET: 'client-secret', COOKIE_SECRET: 'cookie-secret' };
    expect(deployment.spec.template.spec.containers[0]?.env).toEqual([
      { name: 'GOMEMLIMIT', value: '57MiB' },
      ...Object.entries(keys).map(([name, key]) => ({
        name: `OAUTH2_PROXY_${name}`,
        valueFrom: { secretKeyRef: { name: 'login', key } },
      })),
    ]);
    expect(deployment.metadata.annotations).toMatchObject({ 'armstead/made-elsewhere': 'secret/login' });
  });

  test('keeps the addresses that may sign on in a file, and is replaced when they change', () => {
    const objects = built({ provider: 'google', mails: ['ben@example.net', 'ana@example.net'] });
    expect(only(objects, 'ConfigMap').data).toEqual({ mails: 'ana@example.net\nben@example.net\n' });
    expect(only(objects, 'Deployment').spec.template.spec.containers[0]?.volumeMounts).toEqual([
      { mountPath: '/etc/sign-on', name: 'config', readOnly: true },
    ]);
  });
});

describe('the edge', () => {
  test('asks the sign-on inside the cluster, and sends people to its host', () => {
    expect(signOnPlan(aSite())).toMatchObject({
      check: 'http://sign-on.signon.svc.cluster.local:4180/oauth2/auth',
      signIn: 'https://sign-on.example.org/oauth2/start',
    });
  });

  test('names teams as the provider does', () => {
    const { signOn } = aSite({ signOn: { provider: 'github', organisation: 'you' } });
    const { signOn: oidc } = aSite({
      signOn: { provider: 'oidc', issuer: 'https://id.example.com', mailDomains: ['*'] },
    });
    expect(signOn && groupsOf(signOn, ['family'])).toEqual(['you:family']);
    expect(oidc && groupsOf(oidc, ['family'])).toEqual(['family']);
  });
});

function propsOf(input: SignOnInput) {
  const { home: _home, ...rest } = aSite({ home: undefined, signOn: input });
  const site = { ...rest, home: undefined };
  const { domain, signOn } = site;
  if (!signOn) throw new Error('the site has no sign-on');
  return { edge: edgePlan(site), domain, host: hostName(site, signOn.host), port: SIGN_ON_PORT, signOn };
}

function argumentsOf(input: SignOnInput): string[] {
  return signOnArguments(propsOf(input));
}

function built(input: SignOnInput): Rendered[] {
  const chart = new Chart(Testing.app(), 'sign-on', { namespace: 'signon', disableResourceNameHashes: true });
  new SignOn(chart, 'Sign-on', propsOf(input));
  return Testing.synth(chart) as Rendered[];
}

function only(objects: readonly Rendered[], kind: string): Rendered {
  const found = objects.filter((object) => object.kind === kind);
  expect(found).toHaveLength(1);
  return found[0] as Rendered;
}
