import { ApiObject, App, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import { k8s, Service, StatefulSet } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { manifestsOf, Refusal, SiteApp } from '../../output/index.ts';
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
    ['cert-manager.io/v1', 'ClusterIssuer'],
    ['external-secrets.io/v1', 'ClusterSecretStore'],
  ])('is the folder cluster, without a namespace, for a cluster-scoped %s %s', (apiVersion, kind) => {
    const [manifest] = manifestsWith({ apiVersion, kind, metadata: { name: 'one', labels: { a: 'b' } } });
    expect(manifest?.folder).toBe('cluster');
    expect(manifest?.object).toEqual({ apiVersion, kind, metadata: { name: 'one', labels: { a: 'b' } } });
  });

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

/** The report of a refused app. */
function refusal(build: (app: SiteApp) => void): string {
  const app = new SiteApp();
  build(app);
  try {
    manifestsOf(app);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return (error as Refusal).message;
  }
  throw new Error('was not refused');
}

describe('an app is refused', () => {
  test('with every message of every validation and the path of its construct', () => {
    const report = refusal((app) => {
      const chart = new Chart(app, 'shop');
      for (const id of ['One', 'Two']) {
        new Construct(chart, id).node.addValidation({ validate: () => [`${id} has no host`, `${id} has no port`] });
      }
      app.node.addValidation({ validate: () => ['the site has no name'] });
    });
    expect(report).toBe(`5 problems with the constructs, nothing was written

  the app itself
    the site has no name
  shop/One
    One has no host
    One has no port
  shop/Two
    Two has no host
    Two has no port
`);
  });

  test('for a chart inside a chart', () => {
    expect(
      refusal((app) => new Chart(new Construct(new Chart(app, 'shop'), 'Part'), 'inner')),
    ).toBe(`1 problem with the constructs, nothing was written

  shop/Part/inner
    is a chart inside a chart; a chart is one folder of dist/, and folders do not nest
    make it beside the other charts, directly under the app
`);
  });

  test('for a dependency, of charts or of objects, since files have no order', () => {
    const report = refusal((app) => {
      const [web, data] = [new Chart(app, 'web'), new Chart(app, 'data')];
      web.addDependency(data);
      anObject(web, 'A').addDependency(anObject(web, 'B'));
    });
    expect(report).toBe(`2 problems with the constructs, nothing was written

  web
    depends on data, but files have no order
    remove the dependency, and give the later one a later sync wave: the annotation 'argocd.argoproj.io/sync-wave'
  web/A
    depends on web/B, but files have no order
    remove the dependency, and give the later one a later sync wave: the annotation 'argocd.argoproj.io/sync-wave'
`);
  });

  test('but not for the dependency of a StatefulSet on its Service, which Argo CD keeps', () => {
    const app = new SiteApp();
    const chart = new Chart(app, 'shop');
    const service = new Service(chart, 'Service', { ports: [{ port: 80 }] });
    new StatefulSet(chart, 'Set', { service, containers: [{ image: 'a/b:1', resources: {} }] });
    expect(manifestsOf(app).map(({ object }) => object.kind)).toEqual(['Service', 'StatefulSet']);
  });

  test('for a folder name that is none, and for two charts of one name', () => {
    const report = refusal((app) => {
      new Chart(app, 'My Shop');
      new Chart(new Construct(app, 'A'), 'web');
      new Chart(new Construct(app, 'B'), 'web');
    });
    expect(report).toBe(`2 problems with the constructs, nothing was written

  My Shop
    'My Shop' cannot be a folder of dist/
    write lower-case letters, digits and inner hyphens
  B/web
    shares the folder web with the chart A/web
    give one of them another id
`);
  });

  test('for two objects in one file, naming both constructs', () => {
    const report = refusal((app) => {
      const chart = new Chart(app, 'web');
      anObject(chart, 'A', { kind: 'Ingress', apiVersion: 'networking.k8s.io/v1', metadata: { name: 'a' } });
      anObject(chart, 'B', { kind: 'Ingress', apiVersion: 'example.org/v1', metadata: { name: 'a' } });
    });
    expect(report).toBe(`1 problem with the constructs, nothing was written

  web/B
    shares the file web/ingress.a.yaml with web/A
    give one of them another name or another folder
`);
  });

  test('for values that no file can hold, each with its field', () => {
    const report = refusal((app) => {
      const chart = new Chart(app, 'web');
      const object = anObject(chart, 'A', { spec: { drop: ['a', null], ratio: Number.NaN } });
      const rendered = object.toJson();
      object.toJson = () => ({ ...rendered, spec: { ...rendered.spec, when: new Date(0) } });
      anObject(chart, 'B', { data: Lazy.any({ produce: () => raise('no password') }) });
    });
    expect(report).toBe(`4 problems with the constructs, nothing was written

  web/A
    spec.drop[1]: has no value
    write one, or leave the item out where the list is made
    spec.ratio: NaN is no number that YAML for Kubernetes can hold
    spec.when: an instance of Date is no plain value
    write text, a number, true or false, a list or fields
  web/B
    no password
`);
  });

  test('for a name that makes a file name longer than file systems take', () => {
    expect(
      refusal((app) => anObject(new Chart(app, 'web'), 'A', { metadata: { name: 'a'.repeat(250) } })),
    ).toBe(`1 problem with the constructs, nothing was written

  web/A
    metadata.name: its file name has 265 characters; file systems take 255
`);
  });
});

test('charts of a site still synthesize one by one with the testing tools of cdk8s', () => {
  const chart = new Chart(new SiteApp(), 'shop', { namespace: 'shop' });
  new k8s.KubeConfigMap(chart, 'Config', { metadata: { name: 'a' } });
  expect(Testing.synth(chart)).toEqual([
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shop' } },
  ]);
});

function raise(message: string): never {
  throw new Error(message);
}
