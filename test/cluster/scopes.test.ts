import { expect, test } from 'vitest';
import { isClusterScoped } from '../../output/cluster-kinds.ts';
import { kubectl } from './support/kubectl.ts';

test('the API server agrees, for every kind that can be applied, whether it lies in a namespace', () => {
  const kinds = appliedKinds();
  expect(kinds).toContainEqual({ version: 'v1', kind: 'Namespace', clusterScoped: true });
  expect(kinds.filter(({ version, kind, clusterScoped }) => isClusterScoped(version, kind) !== clusterScoped)).toEqual(
    [],
  );
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
