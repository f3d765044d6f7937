import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { images } from '../../constructs/versions.ts';
import { waveOf } from '../../site/plan/waves.ts';
import { addresses } from '../cluster/support/addresses.ts';
import { kubectl, kubectlJson } from '../cluster/support/kubectl.ts';
import type { Claim, LiveObject, Volume, Workload } from '../cluster/support/objects.ts';
import { aSite } from '../support/site.ts';
import {
  application,
  applications,
  exists,
  isSettled,
  refresh,
  standing,
  startOfOperations,
  until,
  untilAllSettled,
} from './support/argo-cd.ts';
import { homeWith, withVault, withWidgets } from './support/changes.ts';
import { applicationsIn, bootstrapFrom, bringSettings, nativeFiles, OWN_CONTACT } from './support/native-site.ts';
import { SiteRepository } from './support/site-repository.ts';

const repository = new SiteRepository();
const own = { contact: OWN_CONTACT, git: { url: repository.url } };
const files = nativeFiles(aSite(own));
const names = applicationsIn(files);

function deployment(): Workload & { metadata: { uid: string; annotations: Record<string, string> } } {
  return kubectlJson('get', 'deployment', 'metrics', '--namespace', 'monitoring');
}

beforeAll(() => {
  repository.publish(files);
  bringSettings();
});

afterAll(() => repository.remove());

describe('an empty cluster', () => {
  test('becomes the site by one command, with nobody present afterwards and no address at its Ingresses', async () => {
    const begin = Date.now();
    bootstrapFrom(repository.dist);
    await untilAllSettled(names);
    const seconds = Math.round((Date.now() - begin) / 1000);
    console.log(`from bootstrap to all ${names.length} Applications Healthy: ${seconds} s`);

    expect(new Set(Object.values(addresses('ingresses'))), 'addresses of each Ingress').toEqual(new Set([0]));
    expect(kubectlJson<Claim>('get', 'pvc', 'metrics-a', '--namespace', 'monitoring').status.phase).toBe('Bound');
  });

  test('may be bootstrapped again at any time', async () => {
    const before = deployment().metadata.uid;

    bootstrapFrom(repository.dist);
    await untilAllSettled(names);

    expect(deployment().metadata.uid).toBe(before);
  });

  test('was filled wave after wave, as the operation of the root tells', () => {
    const results = application('root').status?.operationState?.syncResult?.resources ?? [];
    const order = results.filter(({ kind }) => kind === 'Application').map(({ name }) => name);

    expect([...order].sort()).toEqual(names.filter((name) => name !== 'root').sort());
    expect(order.map(waveOf)).toEqual(order.map(waveOf).sort((one, other) => one - other));
  });

  test('began no wave before the one before it was there, as the operations of its Applications tell', () => {
    const operations = applications()
      .filter(({ metadata }) => metadata.name !== 'root')
      .map(({ metadata: { name }, status }) => ({ name, wave: waveOf(name), first: status?.history?.[0] }));

    const hasty = operations.flatMap((one) =>
      operations
        .filter((earlier) => earlier.wave < one.wave)
        .filter(({ first }) => !(Date.parse(one.first?.deployStartedAt ?? '') >= Date.parse(first?.deployedAt ?? '')))
        .map(
          (earlier) =>
            `${one.name} (${one.first?.deployStartedAt}) before ${earlier.name} (${earlier.first?.deployedAt})`,
        ),
    );

    expect(hasty).toEqual([]);
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

  test('that brings a kind and objects of it, in the same folder and in another, needs no second one', async () => {
    await untilAllSettled(names, repository.publish(withWidgets(files)));

    expect(exists('widget.example.org', 'beside', '--namespace', 'home')).toBe(true);
    expect(exists('widget.example.org', 'elsewhere', '--namespace', 'monitoring')).toBe(true);

    await untilAllSettled(names, repository.publish(files));
    expect(exists('widget.example.org', 'beside', '--namespace', 'home')).toBe(false);
    // Argo CD never marks the definition of a kind as its own, so it stays; docs/gitops.md tells how it goes.
    expect(kubectl(['delete', 'crd', 'widgets.example.org']).succeeded).toBe(true);
  });

  test('that renames a service replaces its objects and touches no other', async () => {
    const renamed = nativeFiles(aSite({ ...own, home: homeWith('weather', 'forecast') }));
    const kindsAtHome = ['ingress', 'service', 'endpointslice', 'certificate'];
    const untouched = ['ingress', 'photos', '--namespace', 'home'];
    const version = () => kubectlJson<LiveObject & { metadata: object }>('get', ...untouched).metadata;
    const [before, others] = [version(), startOfOperations('home')];

    await untilAllSettled(names, repository.publish(renamed));

    expect(kindsAtHome.filter((kind) => exists(kind, 'weather', '--namespace', 'home'))).toEqual([]);
    expect(exists('ingress', 'forecast', '--namespace', 'home')).toBe(true);
    expect(version()).toEqual(before);
    expect(startOfOperations('home')).toEqual(others);

    await untilAllSettled(names, repository.revert());
    expect(exists('ingress', 'weather', '--namespace', 'home')).toBe(true);
  });

  test('that moves every Secret into a vault stays in sync, that of the repository included', async () => {
    const vaulted = withVault(repository.url);

    await untilAllSettled(applicationsIn(vaulted), repository.publish(vaulted));

    expect(applications().flatMap(({ status }) => status?.conditions ?? [])).toEqual([]);
    expect(() => bootstrapFrom(repository.dist)).toThrow('the cluster has no Secret platform-repository');
    kubectl(['create', 'secret', 'generic', 'platform-repository', '--namespace', 'argocd']);
    expect(bootstrapFrom(repository.dist)).toContain('Repository: the vault keeps platform-repository\n');
    await untilAllSettled(names, repository.publish(files));
    expect(exists('externalsecret', 'platform-repository', '--namespace', 'argocd')).toBe(false);
  });

  test('that raises a pin replaces the pods that run it and starts no other Application', async () => {
    const { oauth2Proxy } = images;
    const raised = new Map(
      [...files].map(([path, text]) => [path, text.replaceAll(`image: ${oauth2Proxy}`, `image: ${oauth2Proxy}-next`)]),
    );
    const [others, metrics] = [startOfOperations('sign-on'), deployment().metadata];

    await untilAllSettled(names, repository.publish(raised));

    expect(startOfOperations('sign-on')).toEqual(others);
    expect(deployment().metadata).toEqual(metrics);
    const { output } = kubectl([
      ...['get', 'pods', '--namespace', 'signon', '--field-selector=status.phase=Running'],
      '--output=jsonpath={.items[*].spec.containers[*].image}',
    ]);
    expect(output).toBe(`${oauth2Proxy}-next`);
  });
});
