import { expect, test } from 'vitest';
import { kindOf } from '../../kubernetes/kinds.ts';
import { isClusterScoped } from '../../kubernetes/scopes.ts';
import { kubectl } from './support/kubectl.ts';

test('the API server agrees, for every kind that can be applied, whether it lies in a namespace', () => {
  const kinds = appliedKinds();
  expect(kinds).toContainEqual({ version: 'v1', kind: 'Namespace', clusterScoped: true });
  const disputed = kinds.filter(
    ({ version: apiVersion, kind, clusterScoped }) => isClusterScoped(kindOf({ apiVersion, kind })) !== clusterScoped,
  );
  expect(disputed).toEqual([]);
});

/** The end of a row of `kubectl api-resources`: version, whether it lies in a namespace, kind. */
const ROW = /(\S+)\s+(true|false)\s+(\S+)\s*$/;

function appliedKinds() {
  return kubectl(['api-resources', '--verbs=patch', '--no-headers'])
    .output.split('\n')
    .flatMap((line) => {
      const [, version, namespaced, kind] = ROW.exec(line) ?? [];
      return version && kind ? [{ version, kind, clusterScoped: namespaced === 'false' }] : [];
    });
}
