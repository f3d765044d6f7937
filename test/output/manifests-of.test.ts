import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { manifestsOf, SiteApp } from '../../output/index.ts';
import { anObject, finishedObject, manifestsWith, pathsOf } from './support.ts';

describe('the place of an object', () => {
  test('is the folder of its chart, in a file named by kind and name', () => {
    const [manifest] = manifestsWith({ metadata: { name: 'settings' } });
    expect(manifest).toEqual({
      folder: 'shop',
      file: 'configmap.settings.yaml',
      construct: 'shop/Object-0',
      object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' } },
    });
  });

  test.each([
    ['v1', 'Namespace'],
    ['v1', 'PersistentVolume'],
    ['storage.k8s.io/v1', 'StorageClass'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
  ])('is the folder cluster, without a namespace, for a built-in cluster-scoped %s %s', (apiVersion, kind) => {
    const [manifest] = manifestsWith({ apiVersion, kind, metadata: { name: 'one', labels: { a: 'b' } } });
    expect(manifest?.folder).toBe('cluster');
    expect(manifest?.object).toEqual({ apiVersion, kind, metadata: { name: 'one', labels: { a: 'b' } } });
  });

  test.each([
    ['cert-manager.io/v1', 'ClusterIssuer'],
    ['external-secrets.io/v1', 'ClusterSecretStore'],
  ])(
    'is the folder of its chart, without a namespace, for %s %s, which waits for its controller',
    (apiVersion, kind) => {
      const [manifest] = manifestsWith({ apiVersion, kind, metadata: { name: 'one', labels: { a: 'b' } } });
      expect(manifest?.folder).toBe('shop');
      expect(manifest?.object).toEqual({ apiVersion, kind, metadata: { name: 'one', labels: { a: 'b' } } });
    },
  );

  test('is the folder of its chart for a kind of another group that has the name of a cluster-scoped one', () => {
    const [manifest] = manifestsWith({ apiVersion: 'example.org/v1', kind: 'Namespace', metadata: { name: 'one' } });
    expect(pathsOf([manifest as never])).toEqual(['shop/namespace.one.yaml']);
  });

  test('is the folder cluster for a chart of that name too', () => {
    const app = new SiteApp();
    anObject(new Chart(app, 'cluster'), 'Namespace', { kind: 'Namespace', metadata: { name: 'shop' } });
    anObject(new Chart(app, 'shop', { namespace: 'shop' }), 'Disk', {
      kind: 'PersistentVolume',
      metadata: { name: 'disk' },
    });
    expect(pathsOf(manifestsOf(app))).toEqual(['cluster/namespace.shop.yaml', 'cluster/persistentvolume.disk.yaml']);
  });
});

describe('the manifests', () => {
  test('come in the order of their paths, the folder cluster first, whatever the order in which they were made', () => {
    const app = new SiteApp();
    const [web, apps] = [new Chart(app, 'web'), new Chart(app, 'apps')];
    anObject(web, 'B', { metadata: { name: 'b' } });
    anObject(web, 'A', { metadata: { name: 'a' } });
    anObject(apps, 'Role', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'z' },
    });
    anObject(apps, 'C', { metadata: { name: 'c' } });
    expect(pathsOf(manifestsOf(app))).toEqual([
      'cluster/clusterrole.z.yaml',
      'apps/configmap.c.yaml',
      'web/configmap.a.yaml',
      'web/configmap.b.yaml',
    ]);
  });

  test('have no entry for a chart without objects', () => {
    const app = new SiteApp();
    new Chart(app, 'empty');
    expect(manifestsOf(app)).toEqual([]);
  });

  test('are found under constructs between the app, the charts and the objects', () => {
    const app = new SiteApp();
    const chart = new Chart(new Construct(app, 'Shops'), 'shop');
    new ApiObject(new Construct(chart, 'Part'), 'Config', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a' },
    });
    expect(manifestsOf(app).map(({ construct }) => construct)).toEqual(['Shops/shop/Part/Config']);
  });

  test('can be had from any app of cdk8s', () => {
    const app = new App();
    anObject(new Chart(app, 'shop'), 'A');
    expect(pathsOf(manifestsOf(app))).toEqual(['shop/configmap.a.yaml']);
  });

  test('name no construct, so that a renamed one changes nothing', () => {
    const manifests = (id: string) => {
      const app = new SiteApp();
      anObject(new Chart(app, 'shop'), id, { metadata: { name: 'settings' }, data: { a: 'b' } });
      return manifestsOf(app).map(({ construct: _, ...rest }) => rest);
    };
    expect(manifests('Renamed')).toEqual(manifests('Config'));
  });
});

describe('a finished object', () => {
  test('has apiVersion, kind and metadata first, and all other fields sorted, whatever patches have added', () => {
    const app = new SiteApp();
    const object = anObject(new Chart(app, 'shop'), 'A', { spec: { b: 1 }, data: { z: '1', a: '2' } });
    object.addJsonPatch(JsonPatch.add('/spec/a', { d: 1, c: 2 }), JsonPatch.add('/automount', true));
    const text = JSON.stringify(manifestsOf(app)[0]?.object);
    expect(text).toBe(
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},' +
        '"automount":true,"data":{"a":"2","z":"1"},"spec":{"a":{"c":2,"d":1},"b":1}}',
    );
  });

  test('has no fields without a value, not even those that a patch has added', () => {
    const app = new SiteApp();
    const object = anObject(new Chart(app, 'shop'), 'A', { spec: { a: undefined, b: null, c: {} } });
    object.addJsonPatch(JsonPatch.add('/spec/d', null));
    expect(manifestsOf(app)[0]?.object.spec).toEqual({ c: {} });
  });

  test('shares nothing with what made it, so that the file has no anchors', () => {
    const shared = { cpu: 'fast' };
    const app = new SiteApp();
    const object = anObject(new Chart(app, 'shop'), 'A', { spec: {} });
    object.addJsonPatch(JsonPatch.add('/spec/a', shared), JsonPatch.add('/spec/b', shared));
    const spec = manifestsOf(app)[0]?.object.spec as { a: unknown; b: unknown };
    expect(spec.a).toEqual(shared);
    expect(spec.a).not.toBe(spec.b);
  });

  test('has the values that are computed at the end', () => {
    expect(finishedObject({ data: Lazy.any({ produce: () => ({ late: 'yes' }) }) }).data).toEqual({ late: 'yes' });
  });
});
