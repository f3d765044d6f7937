import { Size } from 'cdk8s';
import { Volume } from 'cdk8s-plus-27';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  type AlertRoute,
  MonitoringStack,
  type MonitoringStackProps,
  type OwnedVolume,
} from '../../../constructs/monitoring-stack/index.ts';
import { many, shop, teams } from '../../support/watched-teams.ts';
import { aFolder, objects, type Rendered } from '../support/synth.ts';

/** A stack in somebody else's namespace, of which nothing but its storage is stated. */
function aStack(props: Partial<MonitoringStackProps> = {}): Rendered[] {
  const chart = aFolder('watch');
  const stored = (name: string): OwnedVolume => {
    const volume = Volume.fromEmptyDir(chart, name, name);
    return { volume, owner: 10_000, size: Size.gibibytes(2) };
  };
  new MonitoringStack(chart, 'Monitoring', { storage: stored, ...props });
  return objects(chart);
}

const plain = aStack();

function namesOf(kind: string, all = plain): string[] {
  return all.flatMap((object) => (object.kind === kind ? [object.metadata.name] : [])).sort();
}

function found(kind: string, name: string, all = plain): Rendered {
  return all.find((object) => object.kind === kind && object.metadata.name === name);
}

function argumentsOf(name: string, all = plain): string[] {
  return found('Deployment', name, all).spec.template.spec.containers[0].args;
}

function environmentOf(name: string): (variable: string) => unknown {
  const { env } = found('Deployment', name).spec.template.spec.containers[0];
  return (variable) => env.find((one: { name: string }) => one.name === variable);
}

test('a volume that is made for each part is the same as one that is stated for it', () => {
  const chart = aFolder('watch');
  const [metrics, logs, alerts, dashboards] = ['metrics', 'logs', 'alerts', 'dashboards'].map((name) => ({
    volume: Volume.fromEmptyDir(chart, name, name),
    owner: 10_000,
    size: Size.gibibytes(2),
  })) as [OwnedVolume, OwnedVolume, OwnedVolume, OwnedVolume];
  new MonitoringStack(chart, 'Monitoring', { storage: { metrics, logs, alerts, dashboards } });
  expect(objects(chart)).toEqual(plain);
});

describe('a monitoring stack of which only the storage is stated', () => {
  test('runs what every cluster needs: no prober, no metrics-server, nothing of home, of a cloud or of Argo CD', () => {
    expect(namesOf('Deployment')).toEqual(['alerts', 'cluster-state', 'dashboards', 'logs', 'metrics', 'rules']);
    expect(namesOf('APIService')).toEqual([]);
    const told = ['metrics', 'rules', 'alerts'].map((name) => found('ConfigMap', name).data);
    expect(JSON.stringify(told)).not.toMatch(/argocd|csi_driver|Oracle|HomeServiceDown|job="home|job_name: home/);
    expect(JSON.stringify(plain)).not.toContain('argoproj');
  });

  test('keeps metrics for 90 days and logs for two weeks, while a part of their volumes is free', () => {
    expect(argumentsOf('metrics')).toEqual(
      expect.arrayContaining(['-retentionPeriod=2160h', '-storage.minFreeDiskSpaceBytes=102MiB']),
    );
    expect(argumentsOf('logs')).toEqual(
      expect.arrayContaining(['-retentionPeriod=336h', '-storage.minFreeDiskSpaceBytes=204MiB']),
    );
  });

  test('stops where it is told to on a disk that others share', () => {
    const all = aStack({ keptFree: { metrics: Size.gibibytes(6), logs: Size.gibibytes(7) } });
    expect(argumentsOf('metrics', all)).toContain('-storage.minFreeDiskSpaceBytes=6144MiB');
    expect(argumentsOf('logs', all)).toContain('-storage.minFreeDiskSpaceBytes=7168MiB');
  });

  test('tells nobody of alerts, and calls nobody', () => {
    expect(found('ConfigMap', 'alerts').data['alerts.yaml']).not.toContain('_configs');
  });

  test('shows its dashboards at the other end of kubectl port-forward, to the administrator of grafana-admin', () => {
    const variable = environmentOf('dashboards');
    expect(variable('GF_SERVER_ROOT_URL')).toEqual({ name: 'GF_SERVER_ROOT_URL', value: 'http://localhost:3000' });
    expect(variable('GF_SECURITY_COOKIE_SECURE')).toEqual({ name: 'GF_SECURITY_COOKIE_SECURE', value: 'false' });
    expect(variable('GF_SECURITY_ADMIN_PASSWORD')).toEqual({
      name: 'GF_SECURITY_ADMIN_PASSWORD',
      valueFrom: { secretKeyRef: { name: 'grafana-admin', key: 'password' } },
    });
    const shown = Object.keys(found('ConfigMap', 'dashboards').data).filter((file) => file.startsWith('shown.'));
    expect(shown).toEqual(
      ['budget', 'certificates', 'cluster', 'edge', 'logs', 'node'].map((uid) => `shown.${uid}.json`),
    );
  });

  test('misses nothing that it does not run itself', () => {
    const rules = found('ConfigMap', 'rules').data['rules.yaml'];
    expect(rules).not.toContain('LogsMissing');
    expect(rules.match(/absent\(up\{job="[^"]+"\}\)/g)).toHaveLength(9);
  });
});

describe('a part of a monitoring stack', () => {
  const dashboard = { uid: 'dry', title: 'Shop' };
  const alert = { alert: 'A', expr: 'a > 0', for: '1m', severity: 'warning', summary: 'A', runbook: 'B' } as const;
  const built: string[] = [];
  const all = aStack({
    parts: [
      {
        scrape: [{ job_name: 'shop', static_configs: [{ targets: ['10.0.0.20:9100'] }] }],
        rules: [{ name: 'shop', alerts: [alert] }],
        dashboards: [dashboard],
        expects: ['shop'],
        build: (stack) => built.push(stack.node.path),
      },
    ],
    dashboards: { mine: { uid: 'a', title: 'A' } },
  });

  test('is scraped after what every cluster has', () => {
    const { scrape_configs: jobs } = parse(found('ConfigMap', 'metrics', all).data['scrape.yaml']);
    expect(jobs.map(({ job_name: name }: { job_name: string }) => name)).toEqual([
      ...['api-server', 'kubelet', 'containers', 'cluster-state', 'pods', 'services', 'shop'],
    ]);
  });

  test('brings rules, and is missed when it is silent', () => {
    const { groups } = parse(found('ConfigMap', 'rules', all).data['rules.yaml']);
    expect(groups.at(-1).rules.map(({ alert: name }: { alert: string }) => name)).toEqual(['A']);
    expect(JSON.stringify(groups)).toContain('absent(up{job=\\"shop\\"}) or absent(up{job=\\"alerts\\"})');
  });

  test('brings dashboards, beside those of the stack and your own', () => {
    const shown = Object.keys(found('ConfigMap', 'dashboards', all).data).filter((file) => file.startsWith('shown.'));
    expect(shown).toEqual(
      ['budget', 'certificates', 'cluster', 'dry', 'edge', 'logs', 'node', 'own-mine'].map(
        (uid) => `shown.${uid}.json`,
      ),
    );
  });

  test('makes its processes once, below the stack', () => {
    expect(built).toEqual(['watch/Monitoring']);
  });
});

describe('parts of which two have one name', () => {
  const scrape = [{ job_name: 'shop' }];
  const dashboards = [{ uid: 'shop', title: 'Shop' }];
  const shop = { labels: { team: 'shop' }, receivers: {} };

  test.each([
    [
      'jobs',
      { parts: [{ scrape }, { scrape }, { scrape: [{ job_name: 'pods' }] }] },
      [
        "'parts' has a second scrape job called 'shop'; give each job a name of its own",
        "'parts' has a second scrape job called 'pods'; give each job a name of its own",
      ],
    ],
    [
      'dashboards',
      {
        parts: [{ dashboards }],
        dashboards: { mine: { uid: 'shop', title: 'Mine' }, more: { uid: 'node', title: 'N' } },
      },
      [
        "'parts', 'dashboards' or 'teamDashboards' has a second dashboard with the uid 'shop'; give each a uid of its own",
        "'parts', 'dashboards' or 'teamDashboards' has a second dashboard with the uid 'node'; give each a uid of its own",
      ],
    ],
    [
      'routes, and one that has none',
      { routes: [shop, shop, { labels: {}, receivers: {} }] as readonly AlertRoute[] },
      [
        "'routes' has a route without labels, which would take the alerts of everybody; state whose alerts it is for",
        "'routes' has a second route for 'team=shop'; state the receivers of both in one",
      ],
    ],
    [
      'groups of rules, where one is that of your own alerts',
      { parts: [{ rules: [{ name: 'site', alerts: [] }] }] },
      ["'parts' has a group of rules called 'site', as that of 'alerts' is; call it by what it is about"],
    ],
  ])('are refused: %s', (_, props, lines) => {
    expect(() => aStack(props)).toThrow(
      new Error(
        `MonitoringStack 'watch/Monitoring' cannot be built:\n${lines.map((line) => `  - ${line}`).join('\n')}`,
      ),
    );
  });
});

describe('a stack that watches teams', () => {
  const dashboard = { uid: 'shop-sales', title: 'Sales' };
  const all = aStack({ teams, teamDashboards: { shop: { sales: dashboard } } });

  test('has the rules of each team in an object of its own', () => {
    expect(namesOf('ConfigMap', all)).toEqual(expect.arrayContaining(['rules', 'rules-search', 'rules-shop']));
    expect(argumentsOf('rules', all).filter((flag) => flag.startsWith('-rule='))).toEqual([
      '-rule=/etc/rules/rules.yaml',
      '-rule=/etc/rules-shop/rules.yaml',
      '-rule=/etc/rules-search/rules.yaml',
    ]);
    const { groups } = parse(found('ConfigMap', 'rules-shop', all).data['rules.yaml']);
    expect(groups[2]).toMatchObject({
      name: 'shop/prod/storefront',
      limit: 50,
      labels: { team: 'shop', environment: 'prod', service: 'storefront' },
      params: { extra_label: ['team=shop', 'environment=prod', 'service=storefront'] },
    });
  });

  test('gives the evaluation of many rules the memory that they need', () => {
    const memory = (of: Rendered[]) => found('Deployment', 'rules', of).spec.template.spec.containers[0].resources;
    expect(memory(plain)).toMatchObject({ requests: { memory: '40Mi' }, limits: { memory: '80Mi' } });
    expect(memory(all)).toMatchObject({ requests: { memory: '40Mi' }, limits: { memory: '80Mi' } });
    const large = aStack({ teams: many(40, 25) });
    expect(memory(large)).toMatchObject({ requests: { memory: '78Mi' }, limits: { memory: '156Mi' } });
  });

  test('shows the dashboards of each team in a folder of its own', () => {
    const provided = parse(found('ConfigMap', 'dashboards', all).data['dashboards.site.yaml']).providers;
    expect(provided.map(({ folder, options }: Rendered) => [folder, options.path])).toEqual([
      ['Platform', '/etc/grafana/provisioning/shown'],
      ['shop', '/etc/grafana/teams/shop'],
    ]);
    expect(JSON.parse(found('ConfigMap', 'dashboards-shop', all).data['sales.json'])).toEqual(dashboard);
    const { volumeMounts } = found('Deployment', 'dashboards', all).spec.template.spec.containers[0];
    expect(volumeMounts).toContainEqual({ name: 'config-shop', mountPath: '/etc/grafana/teams/shop', readOnly: true });
  });

  test('is refused a team twice, and one with the name of the group of own alerts', () => {
    const broken = {
      teams: [shop, shop, { ...shop, team: 'site' }],
      teamDashboards: { shop: { node: { ...dashboard, uid: 'node' } } },
    };
    expect(() => aStack(broken)).toThrow(
      new Error(
        [
          "MonitoringStack 'watch/Monitoring' cannot be built:",
          "  - 'parts', 'dashboards' or 'teamDashboards' has a second dashboard with the uid 'node'; give each a uid of its own",
          "  - 'teams' has shop in prod a second time; state all of it in one",
          "  - 'teams' has a team called 'site', as the group of 'alerts' is; call it otherwise",
        ].join('\n'),
      ),
    );
  });
});
