import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Testing, Yaml } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { manifestsOf, SiteApp } from '../../output/index.ts';
import { aFolder, anObject, removeFolders } from './support.ts';

afterAll(removeFolders);

const folder = () => join(aFolder(), 'out');

function aSite(props: ConstructorParameters<typeof SiteApp>[0] = {}): SiteApp {
  const app = new SiteApp({ outdir: folder(), ...props });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  anObject(shop, 'Config', { metadata: { name: 'settings' }, data: { a: 'on' } });
  anObject(shop, 'Namespace', { kind: 'Namespace', metadata: { name: 'shop' } });
  return app;
}

describe("a site's app", () => {
  test('writes a folder for each chart and a file for each object into outdir, as any app of cdk8s', () => {
    const app = aSite();
    app.synth();
    expect(readdirSync(app.outdir, { recursive: true }).sort()).toEqual([
      'cluster',
      'cluster/namespace.shop.yaml',
      'shop',
      'shop/configmap.settings.yaml',
    ]);
    expect(readFileSync(join(app.outdir, 'shop/configmap.settings.yaml'), 'utf8')).toBe(
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\ndata:\n  a: "on"\n',
    );
  });

  test('gives all objects as one text', () => {
    const app = aSite();
    expect(app.synthYaml()).toBe(Yaml.stringify(...manifestsOf(app).map(({ object }) => object)));
  });

  test('tells validation plugins which construct made which object, if asked to', () => {
    const app = aSite({ recordConstructMetadata: true });
    app.synth();
    expect(JSON.parse(readFileSync(join(app.outdir, 'construct-metadata.json'), 'utf8'))).toEqual({
      version: '1.0.0',
      resources: { settings: { path: 'shop/Config' }, shop: { path: 'shop/Namespace' } },
    });
  });

  test('can be synthesized chart by chart with the testing tools of cdk8s', () => {
    const chart = new Chart(new SiteApp(), 'shop', { namespace: 'shop' });
    new k8s.KubeConfigMap(chart, 'Config', { metadata: { name: 'a' } });
    expect(Testing.synth(chart)).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shop' } },
    ]);
  });

  test('asks each construct once for its validations and once for its objects, however many charts there are', () => {
    const app = new SiteApp();
    const [validate, toJson] = [
      vi.fn(() => []),
      vi.fn(() => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } })),
    ];
    for (let index = 0; index < 50; index++) {
      const object = anObject(new Chart(app, `chart-${index}`), 'A');
      object.node.addValidation({ validate });
      object.toJson = toJson;
    }
    manifestsOf(app);
    expect(validate).toHaveBeenCalledTimes(50);
    expect(toJson).toHaveBeenCalledTimes(50);
  });

  test('writes the same when cdk8s is told not to sort', () => {
    const text = () => aSite().synthYaml();
    const sorted = text();
    vi.stubEnv('CDK8S_DISABLE_SORT', '1');
    expect(text()).toBe(sorted);
    vi.unstubAllEnvs();
  });
});
