import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { argoCdSettings } from '../../platform/argo-cd/install/settings.ts';
import { check } from '../../policies/index.ts';
import { planSite } from '../../site/plan/index.ts';
import { manifestsOfPlan } from '../support/site.ts';
import { company, released } from './support/company.ts';

const plan = planSite(company, undefined, released);
const manifests = manifestsOfPlan(plan);

function named(kind: string, name: string, namespace?: string): Manifest {
  const found = manifests.find(
    ({ object }) =>
      object.kind === kind && object.metadata.name === name && (object.metadata.namespace ?? namespace) === namespace,
  );
  if (!found) throw new Error(`there is no ${kind} ${name} in ${namespace}`);
  return found;
}

/** Kinds and names in a folder, with the digest of variables left out. */
function inFolder(folder: string): string[] {
  return manifests
    .filter((one) => one.folder === folder)
    .map(({ object: { kind, metadata } }) => `${kind} ${metadata.name.replace(/-[0-9a-f]{8}$/, '-HASH')}`)
    .sort();
}

function policyOf(name: string, namespace: string) {
  return named('NetworkPolicy', name, namespace).object.spec as { readonly ingress: unknown };
}

const from = (namespace: string, labels?: Readonly<Record<string, string>>) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  ...(labels && { podSelector: { matchLabels: labels } }),
});

describe('what teams run', () => {
  test('keeps every policy', () => {
    expect(check(manifests, plan).findings).toEqual([]);
  });

  test('lies in a folder for each service, beside one for what they share', () => {
    expect(inFolder('bakery-prod-storefront')).toEqual([
      'ConfigMap storefront-HASH',
      'CronJob storefront--console',
      'CronJob storefront--prices',
      'Deployment storefront',
      'Deployment storefront--images',
      'Deployment storefront--queue',
      'PodDisruptionBudget storefront',
      'PodDisruptionBudget storefront--images',
      'Service storefront',
    ]);
    expect(inFolder('bakery-prod')).toEqual([
      'Certificate storefront',
      'Ingress storefront',
      'NetworkPolicy challenges',
      'NetworkPolicy no-entry',
      'NetworkPolicy storefront--entry',
    ]);
  });

  test('says of each object whose it is, where and of which service', () => {
    const labels = manifests
      .filter(({ folder }) => folder === 'bakery-prod-storefront')
      .map(({ object: { metadata } }) => metadata.labels ?? {});
    const own = labels.map(({ team, environment, service }) => `${team} ${environment} ${service}`);
    expect(new Set(own)).toEqual(new Set(['bakery prod storefront']));
  });

  test('has its share of the nodes from the folder of the platform, in each of its namespaces', () => {
    const shares = manifests
      .filter(({ folder, object }) => folder === 'teams' && object.kind === 'ResourceQuota')
      .map(({ object: { metadata } }) => metadata.namespace);
    expect(shares).toEqual(['bakery-prod', 'bakery-staging', 'mill-prod', 'mill-staging']);
  });

  test('has variables that go only when the pods of the next version serve', () => {
    const map = manifests.find(
      ({ folder, object }) => folder === 'bakery-prod-storefront' && object.kind === 'ConfigMap',
    );
    expect(map?.object.metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-options': 'PruneLast=true' });
    expect(map?.object.data).toMatchObject({ ENVIRONMENT: 'prod', LOCALE: 'en', PORT: '8080' });
  });

  test('takes its sizes from the file of the team', () => {
    const { annotations } = named('Deployment', 'storefront', 'bakery-prod').object.metadata;
    expect(annotations?.['armstead/requests-source']).toBe('teams/bakery.ts states them');
  });
});

describe('the walls between teams', () => {
  test('let in the edge where there is a host, and monitoring where there are metrics', () => {
    expect(policyOf('storefront--entry', 'bakery-prod').ingress).toEqual([
      { from: [from('edge')], ports: [{ protocol: 'TCP', port: 8080 }] },
      { from: [from('monitoring')], ports: [{ protocol: 'TCP', port: 8080 }] },
    ]);
  });

  test('let in the services that say so, in the same environment', () => {
    const users = (environment: string) => [from(`bakery-${environment}`, { service: 'storefront' })];
    for (const environment of ['prod', 'staging']) {
      expect(policyOf('api--entry', `mill-${environment}`)).toMatchObject({
        podSelector: { matchLabels: { service: 'api', process: 'web' } },
        ingress: [{ from: users(environment) }, { from: [from('monitoring')] }],
      });
    }
  });

  test('let Let’s Encrypt ask for what cert-manager answers, where there is a host', () => {
    expect(policyOf('challenges', 'bakery-prod')).toEqual({
      podSelector: { matchLabels: { 'acme.cert-manager.io/http01-solver': 'true' } },
      policyTypes: ['Ingress'],
      ingress: [{ from: [from('edge')], ports: [{ protocol: 'TCP', port: 8089 }] }],
    });
    expect(inFolder('mill-prod')).toEqual(['NetworkPolicy api--entry', 'NetworkPolicy no-entry']);
  });

  test('keep Services of teams from leading in beside the edge, new ones and changed ones', () => {
    const { folder, object } = named('ValidatingAdmissionPolicy', 'services-of-teams-stay-inside');
    expect(folder).toBe('cluster');
    expect(object.spec).toMatchObject({
      matchConstraints: { resourceRules: [{ operations: ['CREATE', 'UPDATE'], resources: ['services'] }] },
    });
  });
});

describe('Argo CD', () => {
  test('renders a folder again only where a commit changes it', () => {
    const ofGit = manifests.filter(
      ({ object }) => object.kind === 'Application' && (object.spec as { source: { path?: string } }).source.path,
    );
    const paths = ofGit.map(
      ({ object }) => object.metadata.annotations?.['argocd.argoproj.io/manifest-generate-paths'],
    );
    expect(ofGit.map(({ object }) => object.metadata.name)).toContain('bakery-prod-storefront');
    expect(new Set(paths)).toEqual(new Set(['.']));
  });

  test('follows each service by an Application of its own, in the project of its team', () => {
    expect(named('Application', 'bakery-prod-storefront', 'argocd').object.spec).toMatchObject({
      project: 'bakery-prod',
      source: { path: 'dist/bakery-prod-storefront' },
      destination: { namespace: 'bakery-prod' },
    });
  });

  test.each([
    ['what starts by the clock, whatever its last run came to', 'batch_CronJob'],
    ['what hands a part of the API on to a pod, whatever the pod does', 'apiregistration.k8s.io_APIService'],
  ] as const)('takes %s for well', (_, kind) => {
    const health = argoCdSettings()[`resource.customizations.health.${kind}`];
    expect(health).toContain('hs.status = "Healthy"');
    expect(health.match(/hs\.status/g)).toHaveLength(1);
  });
});
