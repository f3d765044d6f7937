import { describe, expect, test } from 'vitest';
import { GitApplication } from '../../platform/argo-cd/git-application.ts';
import { HelmApplication, helmResources } from '../../platform/argo-cd/helm-application.ts';
import { aFolder, only } from '../constructs/support/synth.ts';

const GIT = { url: 'https://github.com/you/platform.git', branch: 'main', path: 'dist' };

describe('the Application of a folder', () => {
  function anApplication() {
    const chart = aFolder('argocd');
    new GitApplication(chart, 'Monitoring', {
      name: 'monitoring',
      project: 'platform',
      git: GIT,
      folder: 'monitoring',
      namespace: 'monitoring',
      wave: 3,
    });
    return only(chart, 'Application');
  }

  test('follows that folder on the branch of the site', () => {
    expect(anApplication().spec.source).toEqual({
      repoURL: 'https://github.com/you/platform.git',
      targetRevision: 'main',
      path: 'dist/monitoring',
    });
  });

  test('repeats a failed sync for ever, and takes up a new commit while it does', () => {
    expect(anApplication().spec.syncPolicy).toEqual({
      automated: { prune: true, selfHeal: true },
      retry: { limit: -1, refresh: true, backoff: { duration: '5s', factor: 2, maxDuration: '1m' } },
      syncOptions: ['ServerSideApply=true', 'SkipDryRunOnMissingResource=true'],
    });
  });

  test('takes its objects with it when the folder goes', () => {
    expect(anApplication().metadata.finalizers).toEqual(['resources-finalizer.argocd.argoproj.io/foreground']);
  });

  test('is rendered again only where a commit changes its folder', () => {
    expect(anApplication().metadata.annotations).toMatchObject({ 'argocd.argoproj.io/manifest-generate-paths': '.' });
  });

  test('has its place in the order of a new cluster', () => {
    expect(anApplication().metadata.annotations).toMatchObject({ 'argocd.argoproj.io/sync-wave': '3' });
  });
});

describe('the Application of a Helm chart', () => {
  const resources = {
    cpuMillis: { request: 10, limit: 100 },
    memoryMebibytes: { request: 32, limit: 64 },
    source: 'measured on a test site',
  };

  function anApplication(skipCrds?: boolean) {
    const chart = aFolder('argocd');
    new HelmApplication(chart, 'Cache', {
      name: 'cache',
      chart: { repository: 'https://charts.example.org', name: 'cache', version: '1.2.3' },
      namespace: 'caches',
      values: { replicas: 2, resources: helmResources(resources) },
      pods: [{ name: 'server', replicas: 2, resources }],
      wave: -1,
      ...(skipCrds !== undefined && { skipCrds }),
    });
    return only(chart, 'Application');
  }

  test('is pinned to one version of one chart and gets its values', () => {
    expect(anApplication().spec.source).toEqual({
      repoURL: 'https://charts.example.org',
      chart: 'cache',
      targetRevision: '1.2.3',
      helm: {
        releaseName: 'cache',
        valuesObject: {
          replicas: 2,
          resources: {
            requests: { cpu: '10m', memory: '32Mi', 'ephemeral-storage': '50Mi' },
            limits: { cpu: '100m', memory: '64Mi', 'ephemeral-storage': '100Mi' },
          },
        },
      },
    });
  });

  test('states what its pods ask of the nodes, which nothing else in dist/ shows', () => {
    expect(JSON.parse(anApplication().metadata.annotations['armstead/pods'])).toEqual([
      { name: 'server', replicas: 2, cpuMillis: 10, memoryMebibytes: 32, memoryLimitMebibytes: 64, diskMebibytes: 50 },
    ]);
  });

  test('states what it rents, for a chart that rents anything', () => {
    const chart = aFolder('argocd');
    new HelmApplication(chart, 'Queue', {
      name: 'queue',
      chart: { repository: 'https://charts.example.org', name: 'queue', version: '1.2.3' },
      namespace: 'queues',
      values: {},
      pods: [],
      rents: { blockVolumesGb: [50], loadBalancers: ['network'] },
      wave: 0,
    });

    expect(JSON.parse(only(chart, 'Application').metadata.annotations['armstead/rents'])).toEqual({
      blockVolumesGb: [50],
      loadBalancers: ['network'],
    });
    expect(anApplication().metadata.annotations).not.toHaveProperty('armstead/rents');
  });

  test('may leave out the CRDs of the chart', () => {
    expect(anApplication(true).spec.source.helm.skipCrds).toBe(true);
    expect(anApplication(false).spec.source.helm).not.toHaveProperty('skipCrds');
  });
});
