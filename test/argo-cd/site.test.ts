import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { argoCdSettings } from '../../constructs/delivery/argo-cd/settings.ts';
import type { Manifest } from '../../output/manifest.ts';
import { kubectl, kubectlJson } from '../cluster/support/kubectl.ts';
import type { Claim, LiveObject, Volume, Workload } from '../cluster/support/objects.ts';
import { aSite, filesOf, manifestsOfSite } from '../support/site.ts';
import { application, applications, isSettled, refresh, standing, until, untilAllSettled } from './support/argo-cd.ts';
import { SiteRepository } from './support/site-repository.ts';

/** Where the Argo CD of these tests has its settings, which ours are merged into; it runs beside the cluster. */
const SETTINGS = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'argocd-cm', namespace: 'argocd', labels: { 'app.kubernetes.io/part-of': 'argocd' } },
  // Asking git every five seconds instead of two minutes makes the tests quick and changes nothing else.
  data: { ...argoCdSettings(), 'timeout.reconciliation': '5s', 'timeout.reconciliation.jitter': '0s' },
};

const repository = new SiteRepository();
const site = aSite({ git: { url: repository.url } });

/**
 * Charts cannot be fetched here: what Helm Applications bring is there already as CRDs, and they are left out. So is the
 * API of metrics-server, which is available only when a real one answers.
 */
const manifests = manifestsOfSite(site).filter(
  ({ object }) => !isHelmApplication(object) && object.kind !== 'APIService',
);
const files = filesOf(manifests);
const names = manifests.filter(({ object }) => object.kind === 'Application').map(({ object }) => object.metadata.name);

function isHelmApplication({ kind, spec }: Manifest['object']): boolean {
  return kind === 'Application' && (spec as { source: { chart?: string } }).source.chart !== undefined;
}

function bootstrap(): string {
  const words = ['scripts/bootstrap/bootstrap.mjs', '--argo-cd-runs-elsewhere', '--dist', repository.dist];
  return execFileSync(process.execPath, words, { encoding: 'utf8' });
}

function deployment(): Workload & { metadata: { uid: string; annotations: Record<string, string> } } {
  return kubectlJson('get', 'deployment', 'metrics', '--namespace', 'monitoring');
}

function exists(...words: string[]): boolean {
  return kubectl(['get', ...words]).succeeded;
}

beforeAll(() => {
  repository.publish(files);
  const { succeeded, complaints } = kubectl(
    ['apply', '--server-side', '--force-conflicts', '--filename', '-'],
    JSON.stringify(SETTINGS),
  );
  if (!succeeded) throw new Error(complaints);
});

afterAll(() => repository.remove());

describe('an empty cluster', () => {
  test('becomes the site by one command, with nobody present afterwards', async () => {
    const begin = Date.now();

    bootstrap();
    await untilAllSettled(names);

    console.log(
      `from bootstrap to all ${names.length} Applications Healthy: ${Math.round((Date.now() - begin) / 1000)} s`,
    );
    expect(kubectlJson<Claim>('get', 'pvc', 'metrics-a', '--namespace', 'monitoring').status.phase).toBe('Bound');
  });

  test('may be bootstrapped again at any time', async () => {
    const before = deployment().metadata.uid;

    bootstrap();
    await untilAllSettled(names);

    expect(deployment().metadata.uid).toBe(before);
  });

  test('was filled in the order of the waves, each waiting until the one before was healthy', () => {
    const started = applications()
      .filter(({ metadata }) => metadata.name !== 'root')
      .map(({ metadata, status }) => ({
        name: metadata.name,
        wave: Number(metadata.annotations?.['argocd.argoproj.io/sync-wave']),
        created: Date.parse((metadata as unknown as { creationTimestamp: string }).creationTimestamp),
        status,
      }))
      .sort((one, other) => one.created - other.created);

    expect(started.map(({ wave }) => wave)).toEqual(started.map(({ wave }) => wave).sort((a, b) => a - b));
    expect(started[0]?.name).toBe('bootstrap');
  });
});

describe('the running site', () => {
  test('stays as it is: twenty looks find nothing to change and nothing to warn of', async () => {
    const before = applications().map(({ status }) => status?.operationState?.startedAt);

    for (let looks = 0; looks < 20; looks += 1) {
      refresh();
      await pause(300);
      expect(
        applications()
          .filter((one) => !isSettled(one))
          .map(standing),
      ).toEqual([]);
    }

    expect(applications().flatMap(({ status }) => status?.conditions ?? [])).toEqual([]);
    expect(applications().map(({ status }) => status?.operationState?.startedAt)).toEqual(before);
  });

  test('brings back a Deployment that somebody deleted', async () => {
    const before = deployment().metadata.uid;

    kubectl(['delete', 'deployment', 'metrics', '--namespace', 'monitoring']);

    await until('another Deployment', () => exists('deployment', 'metrics', '--namespace', 'monitoring'));
    expect(deployment().metadata.uid).not.toBe(before);
    await untilAllSettled(names);
  });

  test('puts back an annotation that somebody edited', async () => {
    const key = 'armstead/requests-source';
    const stated = deployment().metadata.annotations[key];

    kubectl(['annotate', 'deployment', 'metrics', '--namespace', 'monitoring', `${key}=guessed`, '--overwrite']);

    await until('the stated annotation', () => deployment().metadata.annotations[key] === stated);
    await untilAllSettled(names);
  });
});

describe('a later commit', () => {
  const withoutMonitoring = new Map(
    [...files].filter(([path]) => !path.startsWith('monitoring/') && path !== 'apps/application.monitoring.yaml'),
  );

  test('that removes a folder removes its objects and keeps its data', async () => {
    const commit = repository.publish(withoutMonitoring);

    await untilAllSettled(
      names.filter((name) => name !== 'monitoring'),
      commit,
    );

    expect(exists('deployment', 'metrics', '--namespace', 'monitoring')).toBe(false);
    expect(exists('pvc', 'metrics-a', '--namespace', 'monitoring')).toBe(true);
    expect(exists('pv', 'monitoring-metrics-a')).toBe(true);
    expect(exists('namespace', 'monitoring')).toBe(true);
  });

  test('that is taken back brings the folder back on its old volume', async () => {
    const claim = kubectlJson<LiveObject & { metadata: { uid: string } }>(
      'get',
      'pvc',
      'metrics-a',
      '-n',
      'monitoring',
    );

    await untilAllSettled(names, repository.revert());

    const volume = kubectlJson<Volume & { spec: { claimRef: { uid: string } } }>('get', 'pv', 'monitoring-metrics-a');
    expect(volume.status.phase).toBe('Bound');
    expect(volume.spec.claimRef.uid).toBe(claim.metadata.uid);
  });

  test('with a broken object is named, holds nobody else up, and is healed by the next good one', async () => {
    const broken = (files.get('storage/daemonset.local-directories-a.yaml') as string).replace(
      'kind: DaemonSet',
      'kind: DaemonSte',
    );
    const good = (files.get('monitoring/service.metrics.yaml') as string).replace(
      'metadata:\n',
      'metadata:\n  annotations:\n    test/changed: "1"\n',
    );
    const changed = new Map(files)
      .set('storage/daemonset.local-directories-a.yaml', broken)
      .set('monitoring/service.metrics.yaml', good);

    const commit = repository.publish(changed);
    const others = names.filter((name) => name !== 'storage');
    await until('the others at the new commit', () => {
      refresh();
      return others.every((name) => isSettled(application(name), commit));
    });
    const failed = await until('a message about the broken object', () => {
      const line = standing(application('storage'));
      return line.includes('DaemonSte') && line;
    });
    expect(failed).toContain('DaemonSte');

    await untilAllSettled(names, repository.publish(files));
  });
});
