import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { SiteInput } from '../../site/index.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';
import { kubectl } from './support/kubectl.ts';
import { untilNothing } from './support/patience.ts';
import { applied, may, people } from './support/people.ts';

/** A namespace of people's own. */
const OWN = 'rights-test';

const PEOPLE = {
  viewer: { role: 'view' },
  reader: { role: 'view', namespaces: ['monitoring'] },
  editor: { role: 'edit', namespaces: [OWN] },
  owner: { role: 'admin', namespaces: [OWN] },
} as const satisfies SiteInput['access'];

type Person = keyof typeof PEOPLE;

const CONTROLLER = 'argocd-application-controller';
const AS_CONTROLLER = `--as=system:serviceaccount:argocd:${CONTROLLER}`;

/**
 * What each person may do. Where a pod would have to run for it, the API server is asked instead of the pod.
 *
 * The one that matters most comes first: Argo CD's account may do everything.
 */
const ATTEMPTS: readonly (readonly [attempt: string, allowed: string])[] = [
  [`get secrets --all-namespaces ${AS_CONTROLLER}`, ''],
  ['auth can-i impersonate serviceaccounts --namespace argocd', ''],
  ['get nodes --as=somebody --as-group=system:masters', ''],
  [`create token ${CONTROLLER} --namespace argocd`, ''],
  ['create token viewer --namespace access', ''],
  ['auth can-i create pods --subresource=exec --namespace argocd', ''],
  ['auth can-i create pods --subresource=attach --namespace storage', ''],
  ['auth can-i create pods --subresource=portforward --namespace monitoring', ''],
  ['auth can-i get nodes --subresource=proxy', ''],
  ['run intruder --image=busybox --namespace storage --dry-run=server', ''],
  ['create deployment intruder --image=busybox --namespace monitoring --dry-run=server', ''],
  ['get secrets --namespace access', ''],
  ['get secrets --namespace argocd', ''],
  ['create clusterrolebinding mine --clusterrole=cluster-admin --user=me --dry-run=server', ''],
  ['create rolebinding mine --clusterrole=view --user=me --namespace argocd --dry-run=server', ''],
  [`create rolebinding mine --clusterrole=cluster-admin --user=me --namespace ${OWN} --dry-run=server`, ''],
  [`create role mine --verb=* --resource=*.* --namespace ${OWN} --dry-run=server`, ''],
  ['create namespace mine --dry-run=server', ''],
  [`label namespace ${OWN} pod-security.kubernetes.io/enforce=privileged --overwrite --dry-run=server`, ''],
  [`delete resourcequota nothing-rented no-rank --namespace ${OWN} --dry-run=server`, ''],
  ['auth can-i create externalsecrets.external-secrets.io --namespace argocd', ''],
  ['auth can-i create applications.argoproj.io --namespace argocd', ''],
  ['get nodes', ''],
  ['get persistentvolumes', ''],
  ['get rolebindings --namespace argocd', ''],
  ['get pods --all-namespaces', 'viewer'],
  ['get configmaps --namespace argocd', 'viewer'],
  ['auth can-i get pods --subresource=log --namespace argocd', 'viewer'],
  ['get pods --namespace monitoring', 'viewer reader'],
  [`get pods --namespace ${OWN}`, 'viewer editor owner'],
  [`get rolebindings --namespace ${OWN}`, 'owner'],
  [`create rolebinding mine --clusterrole=edit --user=me --namespace ${OWN} --dry-run=server`, 'owner'],
  [`create deployment web --image=busybox --namespace ${OWN} --dry-run=server`, 'editor owner'],
  [`get secrets --namespace ${OWN}`, 'editor owner'],
  [`create token default --namespace ${OWN}`, 'editor owner'],
  [`auth can-i impersonate serviceaccounts --namespace ${OWN}`, 'editor owner'],
  [`auth can-i create pods --subresource=exec --namespace ${OWN}`, 'editor owner'],
];

const { as, signIn, forget } = people<Person>();
const everything = manifestsOfSite(aSite({ access: PEOPLE }));
const mine = new Set(Object.keys(PEOPLE).map((name) => `access-${name}-${PEOPLE[name as Person].role}`));

beforeAll(() => {
  applied(everything.flatMap(({ object }) => (object.kind === 'Namespace' ? object : [])));
  applied(everything.flatMap(({ object }) => (object.kind === 'PriorityClass' ? object : [])));
  const rights = everything.filter(({ folder, object }) => folder === 'access' || mine.has(object.metadata.name));
  applied(rights.map(({ object }) => object));
  kubectl(['create', 'serviceaccount', CONTROLLER, '--namespace', 'argocd']);
  for (const name of Object.keys(PEOPLE)) signIn(name as Person);
});

afterAll(() => {
  forget();
  for (const name of Object.keys(PEOPLE)) kubectl(['delete', 'serviceaccount', name, '--namespace', 'access']);
  kubectl(['delete', 'clusterrolebinding', 'access-viewer-view']);
  kubectl(['delete', 'rolebinding', 'access-reader-view', '--namespace', 'monitoring']);
  kubectl(['delete', 'namespace', OWN, '--wait=false']);
});

describe('with the token that npm run kubeconfig makes', () => {
  test.each(ATTEMPTS)('kubectl %s is allowed to: %s', (attempt, allowed) => {
    const can = Object.keys(PEOPLE).filter((name) => may(as(name as Person, ...attempt.split(' '))));
    expect(can.join(' ')).toBe(allowed);
  });
});

describe('in a namespace of their own', () => {
  const image = 'registry.k8s.io/pause:3.10.1';
  const container = {
    name: 'main',
    image,
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  };
  const sound = {
    containers: [container],
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  };
  const tries = (person: Person, kind: string, spec: object) =>
    as(
      person,
      ...['create', '--dry-run=server', '--filename', '-'],
      JSON.stringify({ apiVersion: 'v1', kind, metadata: { name: 'try', namespace: OWN }, spec }),
    ).complaints;

  test.each(['editor', 'owner'] as const)('%s runs ordinary pods', (person) => {
    expect(tries(person, 'Pod', sound)).toBe('');
  });

  test.each([
    ['privileged', { containers: [{ ...container, securityContext: { privileged: true } }] }],
    ['on the network of the node', { ...sound, hostNetwork: true }],
    ['with the disk of the node', { ...sound, volumes: [{ name: 'root', hostPath: { path: '/' } }] }],
    ['as root', { ...sound, securityContext: { ...sound.securityContext, runAsUser: 0 } }],
  ])('nobody runs a pod %s', (_, spec) => {
    for (const person of ['editor', 'owner'] as const)
      expect(tries(person, 'Pod', spec)).toContain('violates PodSecurity');
  });

  test.each(['platform', 'environment-1', 'system-node-critical'])(
    'nobody runs a pod that pushes others out as %s',
    (priorityClassName) => {
      expect(tries('owner', 'Pod', { ...sound, priorityClassName })).toContain('exceeded quota: no-rank');
    },
  );

  test('nobody rents a load balancer or a disk', () => {
    const balancer = { type: 'LoadBalancer', ports: [{ port: 80 }] };
    expect(tries('owner', 'Service', balancer)).toContain('exceeded quota: nothing-rented');
    const storage = { requests: { storage: '50Gi' } };
    const claim = { storageClassName: 'oci-bv', accessModes: ['ReadWriteOnce'], resources: storage };
    expect(tries('owner', 'PersistentVolumeClaim', claim)).toContain('exceeded quota: nothing-rented');
  });
});

describe('a token', () => {
  test('ends when its account is removed, and does not come to life again with a new one', async () => {
    const look = () => as('reader', 'get', 'pods', '--namespace', 'monitoring');
    expect(may(look())).toBe(true);
    kubectl(['delete', 'serviceaccount', 'reader', '--namespace', 'access']);
    // The API server remembers for some seconds whom it has let in.
    await untilNothing(() => (look().complaints.includes('Unauthorized') ? [] : ['the token still works']));
    applied([objectNamed('ServiceAccount', 'reader')]);
    expect(look().complaints).toContain('Unauthorized');
    signIn('reader');
    expect(may(look())).toBe(true);
  });

  test('has another role once platform.ts gives one, which the API server takes', () => {
    const binding = (role: 'edit' | 'admin') => {
      const access = { ...PEOPLE, editor: { role, namespaces: [OWN] } };
      return manifestsOfSite(aSite({ access }))
        .map(({ object }) => object)
        .filter(({ kind, metadata }) => kind === 'RoleBinding' && metadata.name === `access-editor-${role}`);
    };
    applied(binding('admin'));
    kubectl(['delete', 'rolebinding', 'access-editor-edit', '--namespace', OWN]);
    expect(may(as('editor', 'get', 'rolebindings', '--namespace', OWN))).toBe(true);
    applied(binding('edit'));
    kubectl(['delete', 'rolebinding', 'access-editor-admin', '--namespace', OWN]);
    expect(may(as('editor', 'get', 'rolebindings', '--namespace', OWN))).toBe(false);
  });

  test('lasts as long as was requested of npm run kubeconfig, and a day otherwise', () => {
    const [account] = manifestsOfSite(aSite()).filter(({ object }) => isAccount(object, 'ada'));
    applied(account ? [account.object] : []);
    expect(hoursOf(asPrinted('ada'))).toBe(24);
    expect(hoursOf(asPrinted('ada', '--hours', '8'))).toBe(8);
  });
});

/** What the front door prints. */
function asPrinted(...words: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/kubeconfig.mjs', ...words], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout;
}

function hoursOf(kubeconfig: string): number {
  const [, claims = ''] = (/token: (\S+)/.exec(kubeconfig)?.[1] ?? '').split('.');
  const { exp, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number; iat: number };
  return (exp - iat) / 3600;
}

function objectNamed(kind: string, name: string): KubeObject {
  const found = everything.find(({ object }) => object.kind === kind && object.metadata.name === name);
  if (!found) throw new Error(`the site has no ${kind} ${name}`);
  return found.object;
}

function isAccount({ kind, metadata }: KubeObject, name: string): boolean {
  return kind === 'ServiceAccount' && metadata.name === name;
}
