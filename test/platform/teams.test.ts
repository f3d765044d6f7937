import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Labels } from '../../kubernetes/labels.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { budgetOf, budgetText } from '../../policies/budget/index.ts';
import { check } from '../../policies/index.ts';
import { dnsRecords, planSite } from '../../site/plan/index.ts';
import { ownerLabels } from '../../site/plan/owners.ts';
import { manifestsOfPlan } from '../support/site.ts';
import { releasedEverywhere } from '../support/teams.ts';
import { site, siteWithShop } from './support/shop.ts';

const plan = planSite(siteWithShop, undefined, releasedEverywhere(siteWithShop));
const manifests = manifestsOfPlan(plan);

function objectOf(kind: string, name: string, folder: string): Manifest['object'] {
  const found = manifests.find(
    (one) => one.folder === folder && one.object.kind === kind && one.object.metadata.name === name,
  );
  if (!found) throw new Error(`there is no ${kind} ${name} in ${folder}`);
  return found.object;
}

/** A file of a ConfigMap of monitoring. */
function fileOf(name: string, file: string): string {
  const { data } = objectOf('ConfigMap', name, 'monitoring') as unknown as { readonly data: Labels };
  return data[file] as string;
}

describe('a team in two environments', () => {
  test('keeps every policy', () => {
    expect(check(manifests, plan).findings).toEqual([]);
  });

  test('has a project in each that allows its namespace, its repository and nothing that lies in no namespace', () => {
    expect(objectOf('AppProject', 'shop-prod', 'bootstrap').spec).toEqual({
      description: 'The team shop in the environment prod of homestead',
      sourceRepos: [site.git.url],
      destinations: [{ server: 'https://kubernetes.default.svc', namespace: 'shop-prod' }],
      clusterResourceWhitelist: [],
    });
    expect(objectOf('Application', 'shop-staging', 'apps').spec).toMatchObject({
      project: 'shop-staging',
      source: { path: 'dist/shop-staging' },
      destination: { namespace: 'shop-staging' },
    });
  });

  test('leaves its project in the cluster when it goes: without one Argo CD would delete none of its Applications', () => {
    expect(objectOf('AppProject', 'shop-prod', 'bootstrap').metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    });
  });

  test('is out of the reach of its other environment; from the project of the platform come its share and its rights', () => {
    expect(
      plan.projects.map(({ name, namespaces }) => [name, namespaces.filter((one) => one.startsWith('shop'))]),
    ).toEqual([
      ['platform', ['shop-prod', 'shop-staging']],
      ['shop-prod', ['shop-prod']],
      ['shop-staging', ['shop-staging']],
    ]);
  });

  test('is refused where its project leaves its namespace out', () => {
    const without = manifests.map((manifest) => {
      if (manifest.object.kind !== 'AppProject' || manifest.object.metadata.name !== 'shop-prod') return manifest;
      return {
        ...manifest,
        object: { ...manifest.object, spec: { ...(manifest.object.spec as object), destinations: [] } },
      };
    });
    const { findings } = check(without, plan);
    expect(findings.map(({ policy, subject, rule }) => [policy, subject?.file, rule])).toContainEqual([
      'applications-stay-in-their-project',
      'application.shop-prod.yaml',
      'is not allowed by the project shop-prod',
    ]);
    expect(new Set(findings.map(({ policy }) => policy))).toEqual(new Set(['applications-stay-in-their-project']));
  });

  test('is refused where it publishes a host that it does not state', () => {
    const { findings } = check(manifests, {
      ...plan,
      hosts: plan.hosts.filter(({ host }) => host !== 'www.example.org'),
    });
    expect(findings.map(({ policy, found }) => [policy, found])).toEqual([['hosts-are-planned', 'www.example.org']]);
  });

  test('has a quota for its pods, one more of each that is released, and one that ends, and five percent', () => {
    const hard = (namespace: string) => {
      const quotas = manifests.filter(({ folder, object }) => folder === 'teams' && object.kind === 'ResourceQuota');
      const found = quotas.find(({ object }) => object.metadata.namespace === namespace);
      return (found?.object.spec as { readonly hard: unknown } | undefined)?.hard;
    };
    const three = { pods: '4', 'requests.cpu': '158m', 'requests.memory': '404Mi', 'limits.memory': '404Mi' };
    expect(hard('shop-prod')).toMatchObject(three);
    expect(hard('shop-staging')).toMatchObject(three);
  });

  test('has a line of the budget for each, and none of it counts for the platform', () => {
    const budget = budgetOf(manifests, plan);
    const alone = planSite(site);
    expect(budget.teams.map(({ owner, asked }) => [owner, asked.millicores, asked.memoryMebibytes])).toEqual([
      ['shop-prod', 50, 128],
      ['shop-staging', 50, 128],
    ]);
    expect(budget.platform).toEqual(budgetOf(manifestsOfPlan(alone), alone).platform);
    expect(budgetText(budget)).toContain('shop-prod; its quota is 158m and 404Mi');
  });

  test('has its labels on namespace, objects and pods, and the platform has none', () => {
    const labels = { team: 'shop', environment: 'prod' };
    const deployment = objectOf('Deployment', 'web', 'shop-prod-web');
    expect(objectOf('Namespace', 'shop-prod', 'cluster').metadata.labels).toMatchObject(labels);
    expect(deployment.metadata.labels).toMatchObject(labels);
    expect(deployment.spec).toMatchObject({ template: { metadata: { labels } } });
    expect(objectOf('Ingress', 'web', 'shop-prod').metadata.labels).toMatchObject(labels);
    const { spec } = deployment as unknown as {
      readonly spec: { readonly selector: { readonly matchLabels: object } };
    };
    expect(spec.selector.matchLabels).not.toHaveProperty('team');
    const ofPlatform = manifests.filter(
      ({ folder, object }) => folder === 'monitoring' && object.metadata.labels?.team,
    );
    expect(ofPlatform).toEqual([]);
  });

  test('has its labels on what its pods measure, under the same names', () => {
    const { scrape_configs: jobs } = parse(fileOf('metrics', 'scrape.yaml'));
    for (const name of ['pods', 'services']) {
      const { relabel_configs: relabels } = jobs.find((job: { job_name: string }) => job.job_name === name);
      for (const label of Object.keys(ownerLabels({ kind: 'team', team: 'shop', environment: 'prod' }))) {
        const source = [`__meta_kubernetes_pod_label_${label}`];
        expect(relabels).toContainEqual({ source_labels: source, regex: '(.+)', target_label: label });
      }
    }
  });

  test('has pods of the rank of their environment, below those of the platform', () => {
    const ranks = ['shop-prod-web', 'shop-staging-web'].map((folder) => {
      const { spec } = objectOf('Deployment', 'web', folder);
      return (spec as { readonly template: { readonly spec: { readonly priorityClassName: string } } }).template.spec
        .priorityClassName;
    });
    expect(ranks).toEqual(['environment-1', 'environment-2']);
  });

  test('reads its Secret from the vault under a name of its own in each', () => {
    const keys = ['prod', 'staging'].map((environment) => {
      const { spec } = objectOf('ExternalSecret', 'web', `shop-${environment}`);
      return (spec as { readonly data: readonly { readonly remoteRef: { readonly key: string } }[] }).data[0]?.remoteRef
        .key;
    });
    expect(keys).toEqual(['shop.prod.web', 'shop.staging.web']);
    expect(plan.secrets.vault?.readers).toEqual(expect.arrayContaining(['shop-prod', 'shop-staging']));
    expect(plan.rented.secrets.map(({ what }) => what)).toEqual(expect.arrayContaining(keys));
  });

  test('has its hosts in DNS', () => {
    const records = dnsRecords(plan, { public: '203.0.113.10' });
    expect(records.filter(({ what }) => what.startsWith('shop')).map(({ name }) => name)).toEqual([
      'www-staging.example.org',
      'www.example.org',
    ]);
  });

  test('hears of its own alerts in the first environment; in every other one they are shown and sent to nobody', () => {
    const telegram = { secret: 'alerts-telegram' };
    expect(plan.monitoring.routes.map(({ labels, receivers }) => ({ labels, receivers }))).toEqual([
      { labels: {}, receivers: { telegram } },
      { labels: { team: 'shop', environment: 'prod' }, receivers: { slack: { secret: 'shop-alerts-slack' } } },
      { labels: { team: 'shop', environment: 'staging' }, receivers: {} },
    ]);
    const told = parse(fileOf('alerts', 'alerts.yaml'));
    const ofTeam = 'team=shop environment=prod';
    expect(told.route.routes).toContainEqual({
      matchers: ['team="shop"', 'environment="prod"'],
      receiver: ofTeam,
      routes: [{ matchers: ['severity="critical"'], repeat_interval: '4h' }],
    });
    const channels = (name: string) =>
      Object.keys(told.receivers.find((one: { readonly name: string }) => one.name === name));
    expect(channels(ofTeam)).toEqual(['name', 'slack_configs']);
    expect(told.route.routes).toContainEqual({
      matchers: ['team="shop"', 'environment="staging"'],
      receiver: 'nobody',
    });
    expect(channels('nobody')).toEqual(['name']);
    expect(channels('everybody')).toEqual(['name', 'telegram_configs']);
  });

  test('has its labels on its alerts, which see nothing else', () => {
    const { groups } = parse(fileOf('rules-shop', 'rules.yaml'));
    const own = groups.filter(({ name }: { name: string }) => !name.includes(':'));
    const held = (environment: string, severity: string) => ({
      name: `shop/${environment}`,
      interval: '1m',
      limit: 50,
      labels: { team: 'shop', environment },
      params: { extra_label: ['team=shop', `environment=${environment}`] },
      rules: [expect.objectContaining({ alert: 'ShopErrors', labels: { severity } })],
    });
    expect(own).toEqual([held('prod', 'critical'), held('staging', 'critical')]);
  });

  test('has the Secret of its receivers read beside monitoring, under its own name in the vault', () => {
    expect(objectOf('ExternalSecret', 'shop-alerts-slack', 'monitoring').spec).toMatchObject({
      data: [{ remoteRef: { key: 'shop-alerts-slack' } }],
    });
  });
});
