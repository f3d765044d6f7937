import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileName } from '../../output/file-name.ts';
import { manifestsWith, pathsOf } from './support.ts';

describe('the name of a file', () => {
  test.each([
    ['Deployment', 'grafana', 'shop', 'deployment.grafana.yaml'],
    ['HorizontalPodAutoscaler', 'web-2', 'shop', 'horizontalpodautoscaler.web-2.yaml'],
    ['Role', 'reader', 'kube-system', 'role.reader@kube-system.yaml'],
    ['ClusterRole', 'system:node', undefined, 'clusterrole.system%3Anode.yaml'],
    ['ClusterRole', 'Admin', undefined, 'clusterrole.%41dmin.yaml'],
    ['ClusterRole', 'a%3Ab', undefined, 'clusterrole.a%253%41b.yaml'],
    ['ClusterRole', '../etc/passwd', undefined, 'clusterrole...%2Fetc%2Fpasswd.yaml'],
    ['ConfigMap', 'straße 🙂', 'shop', 'configmap.stra%C3%9Fe%20%F0%9F%99%82.yaml'],
  ])('of the %s %s in the namespace %s is %s', (kind, name, namespace, expected) => {
    const metadata = namespace === undefined ? { name } : { name, namespace };
    expect(fileName({ apiVersion: 'v1', kind, metadata }, 'shop')).toBe(expected);
  });

  test('is never that of another object of the kind, not even where upper and lower case are the same', () => {
    const name = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'aA.@%-:4103') }));
    const namespace = fc.option(fc.constantFrom('shop', 'a', 'b', 'a-b'), { nil: undefined });
    const object = fc.record({ name, namespace });
    fc.assert(
      fc.property(object, object, (one, other) => {
        fc.pre(one.name !== other.name || one.namespace !== other.namespace);
        const [file, otherFile] = [one, other].map(({ name, namespace = 'shop' }) =>
          fileName({ apiVersion: 'v1', kind: 'Role', metadata: { name, namespace } }, 'shop').toLowerCase(),
        );
        const same = one.name === other.name && (one.namespace ?? 'shop') === (other.namespace ?? 'shop');
        expect(file === otherFile).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  test('tells apart objects of one name in several namespaces', () => {
    const inNamespace = (namespace: string) => ({ kind: 'Role', metadata: { name: 'reader', namespace } });
    expect(pathsOf(manifestsWith(inNamespace('shop'), inNamespace('web'), inNamespace('kube-system')))).toEqual([
      'shop/role.reader.yaml',
      'shop/role.reader@kube-system.yaml',
      'shop/role.reader@web.yaml',
    ]);
  });
});
