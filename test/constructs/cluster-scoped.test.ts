import { type Chart, Size } from 'cdk8s';
import { expect, test } from 'vitest';
import { User } from '../../constructs/access/index.ts';
import { LetsEncrypt } from '../../constructs/certificates/index.ts';
import { ApiIdentity } from '../../constructs/identity/index.ts';
import { LocalStorage } from '../../constructs/local-storage/index.ts';
import { OciVault } from '../../constructs/secrets/index.ts';
import { kindOf } from '../../kubernetes/kinds.ts';
import { isClusterScoped } from '../../kubernetes/scopes.ts';
import { aFolder, objects } from './support/synth.ts';

/** What makes objects that live in no namespace, and their kinds. */
const made: readonly (readonly [string, (chart: Chart) => unknown, readonly string[]])[] = [
  [
    'LocalStorage',
    (chart) => new LocalStorage(chart, 'It', { name: 'a', node: 'a', directory: '/a', size: Size.gibibytes(1) }),
    ['StorageClass', 'PersistentVolume'],
  ],
  [
    'ApiIdentity',
    (chart) => new ApiIdentity(chart, 'It', { name: 'a', component: 'a', permissions: [], roles: [{ name: 'view' }] }),
    ['ClusterRole', 'ClusterRoleBinding', 'ClusterRoleBinding'],
  ],
  ['User', (chart) => new User(chart, 'It', { name: 'ada', role: 'view', longLived: false }), ['ClusterRoleBinding']],
  [
    'LetsEncrypt',
    (chart) => new LetsEncrypt(chart, 'It', { contact: 'ops@example.org' }),
    ['ClusterIssuer', 'ClusterIssuer'],
  ],
  ['OciVault', (chart) => new OciVault(chart, 'It', { vault: 'v', region: 'r', readers: [] }), ['ClusterSecretStore']],
];

test.each(made)('%s gives no namespace to what lives in none, whatever the chart has', (_, make, kinds) => {
  const chart = aFolder('somewhere');
  make(chart);
  const outside = objects(chart).filter((object) => object.metadata.namespace === undefined);
  expect(outside.map(({ kind }) => kind)).toEqual(kinds);
  expect(outside.filter((object) => !isClusterScoped(kindOf(object)))).toEqual([]);
});
