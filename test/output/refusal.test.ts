import { Chart, Lazy } from 'cdk8s';
import { Service, StatefulSet } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { manifestsOf, Refusal, SiteApp } from '../../output/index.ts';
import { anObject } from './support.ts';

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

function raise(message: string): never {
  throw new Error(message);
}
