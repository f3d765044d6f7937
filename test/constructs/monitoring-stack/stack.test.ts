import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { dashboards } from '../../../dashboards/index.ts';
import type { KubeObject } from '../../../kubernetes/object.ts';
import type { SiteInput } from '../../../site/index.ts';
import everything from '../../fixtures/accepted/everything.ts';
import example from '../../fixtures/example.ts';
import { platformDashboards } from '../../support/dashboards.ts';
import { aSite, manifestsOfSite } from '../../support/site.ts';

interface Container {
  readonly args?: readonly string[];
  readonly volumeMounts?: readonly unknown[];
  readonly env?: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: unknown }[];
}

interface Template {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
  readonly spec: { readonly containers: readonly Container[] };
}

function objectsOf(changes: Partial<SiteInput> = everything): readonly KubeObject[] {
  return manifestsOfSite(aSite(changes)).map(({ object }) => object);
}

function workload(name: string, objects = objectsOf()): Template {
  const found = objects.find(({ kind, metadata }) => /^(Deployment|DaemonSet)$/.test(kind) && metadata.name === name);
  return (found as KubeObject & { spec: { template: Template } }).spec.template;
}

function args(name: string, objects?: readonly KubeObject[]): readonly string[] {
  return workload(name, objects).spec.containers[0]?.args ?? [];
}

/** The file of a ConfigMap. */
function file(name: string, key: string): string {
  const map = objectsOf().find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name);
  return (map as KubeObject & { data: Record<string, string> }).data[key] as string;
}

describe('the parts of monitoring are started as stated', () => {
  test.each([
    ['metrics', ['-retentionPeriod=1344h', '-promscrape.config=/etc/metrics/scrape.yaml']],
    ['rules', ['-datasource.url=http://metrics:8428', '-notifier.url=http://alerts:9093']],
    ['alerts', ['--config.file=/etc/alerts/alerts.yaml', '--cluster.listen-address=']],
    ['logs', ['-retentionPeriod=720h', '-retention.maxDiskSpaceUsageBytes=2611MiB']],
    ['log-collector', ['-kubernetesCollector', '-remoteWrite.url=http://logs.monitoring.svc:9428/insert/native']],
    ['node-metrics', ['--path.rootfs=/host', '--collector.disable-defaults']],
    ['resource-metrics', ['--kubelet-insecure-tls', '--secure-port=10250']],
    ['cluster-state', ['--port=8080']],
  ])('%s', (name, expected) => {
    expect(args(name)).toEqual(expect.arrayContaining(expected));
  });

  test('node-metrics sees disks that the node mounts after it has started', () => {
    expect(workload('node-metrics').spec.containers[0]?.volumeMounts).toEqual([
      { name: 'root', mountPath: '/host', readOnly: true, mountPropagation: 'HostToContainer' },
    ]);
  });

  test('metrics and logs stop before the disk of their node is full, logs first, by the size of that disk', () => {
    const bounds = (bootVolumeGb: number) => {
      const objects = objectsOf({ cloud: { region: 'eu-frankfurt-1', nodes: { a: { bootVolumeGb } } } });
      const flag = (name: string) => args(name, objects).find((arg) => arg.startsWith('-storage.minFree'));
      return [flag('metrics'), flag('logs')];
    };
    expect(bounds(50)).toEqual(['-storage.minFreeDiskSpaceBytes=6042MiB', '-storage.minFreeDiskSpaceBytes=7066MiB']);
    expect(bounds(100)).toEqual(['-storage.minFreeDiskSpaceBytes=13195MiB', '-storage.minFreeDiskSpaceBytes=14219MiB']);
  });

  test('the gateway is watched where infra/ has built it', () => {
    const targets = (site: Partial<SiteInput>) => {
      const map = objectsOf(site).find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'metrics');
      const { scrape_configs: jobs } = parse(
        (map as KubeObject & { data: Record<string, string> }).data['scrape.yaml'] as string,
      );
      return jobs.find((job: { job_name: string }) => job.job_name === 'gateway')?.static_configs;
    };
    const infrastructure = { tenancy: 'ocid1.tenancy.oc1..abc' };
    expect(targets({ infrastructure })).toEqual([{ targets: ['10.0.0.10:9100'], labels: { instance: 'gateway' } }]);
    expect(targets({})).toBeUndefined();
    expect(targets({ infrastructure, home: undefined })).toBeUndefined();
  });

  test('Grafana shows nothing to strangers, and the password of its administrator is no value of ours', () => {
    const env = workload('dashboards').spec.containers[0]?.env ?? [];
    const of = (name: string) => env.find((variable) => variable.name === name);
    expect(of('GF_AUTH_ANONYMOUS_ENABLED')?.value).toBe('false');
    expect(of('GF_USERS_ALLOW_SIGN_UP')?.value).toBe('false');
    expect(of('GF_SERVER_ROOT_URL')?.value).toBe('https://grafana.example.org');
    expect(of('GF_SECURITY_ADMIN_PASSWORD')?.valueFrom).toEqual({
      secretKeyRef: { key: 'password', name: 'grafana-admin' },
    });
    expect(of('GF_SECURITY_SECRET_KEY')?.valueFrom).toEqual({
      secretKeyRef: { key: 'secret-key', name: 'grafana-admin' },
    });
    expect(env.filter(({ name, value }) => /PASSWORD|SECRET/.test(name) && value !== undefined)).toEqual([]);
  });
});

describe('receivers', () => {
  test('find their secrets in files that pods are given, and nowhere else', () => {
    const config = file('alerts', 'alerts.yaml');
    expect(config.match(/\w+_file: .*/g)).toEqual([
      'auth_password_file: /etc/alerts-secrets/alerts-mail/password',
      'bot_token_file: /etc/alerts-secrets/alerts-telegram/token',
      'chat_id_file: /etc/alerts-secrets/alerts-telegram/chat',
      'api_url_file: /etc/alerts-secrets/alerts-slack/url',
      'url_file: /etc/alerts-secrets/alerts-webhook/url',
      'url_file: /etc/alerts-secrets/alerts-heartbeat/url',
    ]);
    expect(config).toContain('smarthost: smtp.example.net:465');
  });

  test('are told by mail in the name of the domain, since strict servers refuse localhost', () => {
    expect(file('alerts', 'alerts.yaml')).toContain('hello: example.org\n');
  });

  test('are none where none is stated', () => {
    const objects = objectsOf({ monitoring: {} });
    const map = objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'alerts');
    expect((map as KubeObject & { data: Record<string, string> }).data['alerts.yaml']).not.toContain('_configs');
  });
});

describe('a change of configuration', () => {
  const hash = (name: string, changes?: Partial<SiteInput>) =>
    workload(name, objectsOf(changes)).metadata.annotations['armstead/config-hash'];

  test('replaces the pods that read it, and no others', () => {
    const monitoring = { ...everything.monitoring, heartbeat: 'another' };
    const parts = ['metrics', 'rules', 'alerts', 'dashboards'];
    const changed = parts.filter((name) => hash(name) !== hash(name, { ...everything, monitoring }));
    expect(changed).toEqual(['alerts']);
  });

  test('replaces nothing when there is none', () => {
    expect(hash('rules')).toBe(hash('rules', structuredClone(everything)));
  });
});

describe('Grafana', () => {
  function environment(changes?: Partial<SiteInput>): Map<string, unknown> {
    const [container] = workload('dashboards', objectsOf(changes)).spec.containers;
    return new Map((container?.env ?? []).map(({ name, value, valueFrom }) => [name, value ?? valueFrom]));
  }

  test('signs people in at the provider of the sign-on by itself, with a Secret of its own', () => {
    const settings = environment(example);
    expect(Object.fromEntries([...settings].filter(([name]) => name.startsWith('GF_AUTH_GITHUB_')))).toEqual({
      GF_AUTH_GITHUB_ENABLED: 'true',
      GF_AUTH_GITHUB_ALLOW_SIGN_UP: 'true',
      GF_AUTH_GITHUB_AUTO_LOGIN: 'true',
      GF_AUTH_GITHUB_ALLOWED_ORGANIZATIONS: 'you',
      GF_AUTH_GITHUB_CLIENT_ID: { secretKeyRef: { name: 'grafana-sign-on', key: 'client-id' } },
      GF_AUTH_GITHUB_CLIENT_SECRET: { secretKeyRef: { name: 'grafana-sign-on', key: 'client-secret' } },
      GF_AUTH_GITHUB_ROLE_ATTRIBUTE_PATH: "('Viewer')",
      GF_AUTH_GITHUB_ROLE_ATTRIBUTE_STRICT: 'true',
      GF_AUTH_GITHUB_SCOPES: 'user:email,read:org',
      GF_AUTH_GITHUB_SKIP_ORG_ROLE_SYNC: 'false',
    });
  });

  test.each([
    ['GF_AUTH_ANONYMOUS_ENABLED', 'no page for strangers'],
    ['GF_PUBLIC_DASHBOARDS_ENABLED', 'no dashboard for whoever has its address'],
    ['GF_SNAPSHOTS_ENABLED', 'no snapshot for whoever has its address'],
    ['GF_SNAPSHOTS_EXTERNAL_ENABLED', 'no snapshot on the server of somebody else'],
    ['GF_USERS_ALLOW_SIGN_UP', 'no account that one makes oneself'],
    ['GF_SERVER_ENABLE_GZIP', 'no compression, which took memory until the process was killed'],
  ])('with %s off has %s', (name) => {
    expect(environment().get(name)).toBe('false');
    expect(environment({ home: undefined, signOn: undefined }).get(name)).toBe('false');
  });

  test.each([
    ['OpenID Connect', undefined, 'oauth.generic_oauth:error'],
    ['GitHub', example, 'oauth.github:error'],
    [
      'Google',
      { home: undefined, signOn: { provider: 'google', mails: ['ana@example.net'] } as const },
      'oauth.google:error',
    ],
  ])('writes no token of %s into its log', (_, site, filters) => {
    expect(environment(site).get('GF_LOG_FILTERS')).toBe(filters);
  });

  test('has more room for a download than the archive of its plugin takes, 69 MiB', () => {
    const { volumes } = workload('dashboards').spec as unknown as { volumes: { emptyDir?: { sizeLimit: string } }[] };
    expect(volumes.flatMap(({ emptyDir }) => (emptyDir ? [emptyDir.sizeLimit] : []))).toEqual(['192Mi']);
  });

  test('asks a provider of OpenID Connect at the addresses that the site states', () => {
    const settings = environment();
    expect(settings.get('GF_AUTH_GENERIC_OAUTH_AUTH_URL')).toBe('https://id.example.com/realms/home/auth');
    expect(settings.get('GF_AUTH_GENERIC_OAUTH_TOKEN_URL')).toBe('https://id.example.com/realms/home/token');
    expect(settings.get('GF_AUTH_GENERIC_OAUTH_API_URL')).toBe('https://id.example.com/realms/home/userinfo');
    expect(settings.get('GF_AUTH_GENERIC_OAUTH_USE_PKCE')).toBe('true');
  });

  test.each([
    ['with a sign-on', example],
    ['without one', { ...example, home: undefined, signOn: undefined }],
  ])('%s believes no header that tells a name, whoever sends it', (_, site) => {
    const settings = environment(site);
    expect(settings.get('GF_AUTH_PROXY_ENABLED')).toBe('false');
    expect([...settings.keys()].filter((name) => /^GF_AUTH_(JWT|PROXY_(?!ENABLED))/.test(name))).toEqual([]);
  });

  test('without a sign-on asks for a password alone', () => {
    const settings = environment({ home: undefined, signOn: undefined });
    expect([...settings.keys()].filter((name) => /^GF_AUTH_(GITHUB|GOOGLE|GENERIC)/.test(name))).toEqual([]);
  });
});

describe('dashboards', () => {
  test('are what their code gives; if not, run npm run dashboards', () => {
    expect(platformDashboards).toEqual(JSON.parse(JSON.stringify(dashboards)));
  });

  test('of the site are shown beside them, from files that have their names in platform.ts', () => {
    expect(JSON.parse(file('dashboards', 'shown.own-nas.json'))).toEqual({ uid: 'nas', title: 'NAS', panels: [] });
  });

  test('cannot be changed on the pages of Grafana', () => {
    expect(file('dashboards', 'dashboards.site.yaml')).toContain('allowUiUpdates: false');
    expect(file('dashboards', 'datasources.site.yaml').match(/editable: false/g)).toHaveLength(2);
  });
});
