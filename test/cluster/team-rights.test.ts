import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Kubectl, needCluster } from '../../scripts/kubectl.ts';
import { create, nameOfRun } from '../../scripts/task/run.ts';
import { may, people } from './support/people.ts';
import { endTeams, makeTeams, OTHER, OWN } from './support/team.ts';

const PERSON = 'shopper';
const STRANGER = 'newcomer';
const { as, signIn, fileOf, forget } = people<typeof PERSON | typeof STRANGER>();

beforeAll(async () => {
  await makeTeams(PERSON, STRANGER);
  signIn(PERSON);
  signIn(STRANGER);
});

afterAll(() => {
  forget();
  endTeams(PERSON, STRANGER);
});

/** What a person may do in a namespace of the team: all of it, as the API server says. */
const GIVEN = `
certificates.cert-manager.io              get list watch
configmaps                                get list watch
cronjobs.batch                            get list watch
daemonsets.apps                           get list watch
deployments.apps                          get list watch
endpoints                                 get list watch
endpointslices.discovery.k8s.io           get list watch
events                                    get list watch
events.events.k8s.io                      get list watch
externalsecrets.external-secrets.io       get list watch
horizontalpodautoscalers.autoscaling      get list watch
ingresses.networking.k8s.io               get list watch
jobs.batch                                create delete get list watch
limitranges                               get list watch
networkpolicies.networking.k8s.io         get list watch
persistentvolumeclaims                    get list watch
poddisruptionbudgets.policy               get list watch
pods                                      get list watch
pods.metrics.k8s.io                       get list watch
pods/log                                  get list watch
pods/portforward                          create get
replicasets.apps                          get list watch
replicationcontrollers                    get list watch
resourcequotas                            get list watch
services                                  get list watch
statefulsets.apps                         get list watch
`;

/** What they may not do, tried beside that list. */
const REFUSED = [
  'get secrets --namespace shop-prod',
  'get secret storefront --namespace shop-staging',
  'auth can-i create pods --subresource=exec --namespace shop-prod',
  'auth can-i get pods --subresource=exec --namespace shop-prod',
  'auth can-i create pods --subresource=attach --namespace shop-prod',
  'auth can-i patch pods --subresource=ephemeralcontainers --namespace shop-prod',
  'auth can-i create pods --subresource=proxy --namespace shop-prod',
  'auth can-i create services --subresource=proxy --namespace shop-prod',
  'auth can-i patch jobs --namespace shop-prod',
  'auth can-i patch cronjobs --namespace shop-prod',
  'auth can-i deletecollection jobs --namespace shop-prod',
  'auth can-i patch deployments --subresource=scale --namespace shop-prod',
  'auth can-i delete pods --namespace shop-prod',
  'auth can-i create pods --subresource=eviction --namespace shop-prod',
  'auth can-i impersonate serviceaccounts --namespace shop-prod',
  'create token default --namespace shop-prod',
  'run intruder --image=busybox --namespace shop-prod --dry-run=server',
  'create deployment intruder --image=busybox --namespace shop-prod --dry-run=server',
  'create cronjob intruder --image=busybox --schedule=*/5\\*\\*\\*\\* --namespace shop-prod --dry-run=server',
  'create configmap mine --namespace shop-prod --dry-run=server',
  'create rolebinding mine --clusterrole=view --user=me --namespace shop-prod --dry-run=server',
  'delete resourcequota share --namespace shop-prod --dry-run=server',
  `get pods --namespace ${OTHER}`,
  `create job mine --from=cronjob/api--reindex --namespace ${OTHER}`,
  'get pods --namespace monitoring',
  'get configmaps --namespace argocd',
  'get pods --namespace kube-system',
  'create token argocd-application-controller --namespace argocd',
  `create token ${STRANGER} --namespace access`,
  'get pods --all-namespaces',
  'get nodes',
  'get namespaces',
  'get persistentvolumes',
  'get clusterroles',
  'label namespace shop-prod team- --dry-run=server',
  'delete namespace shop-prod --dry-run=server',
  'delete validatingadmissionpolicy people-start-declared-tasks --dry-run=server',
  'delete validatingadmissionpolicybinding people-start-declared-tasks --dry-run=server',
];

describe('a person of a team, with the token that npm run kubeconfig makes', () => {
  test.each(OWN)('has in %s these rights and no other', (namespace) => {
    const everybody = rightsIn('default', STRANGER);
    const given = GIVEN.trim()
      .split('\n')
      .map((line) => line.replace(/ +/, '  '))
      .sort();
    expect(rightsIn(namespace, PERSON).filter((right) => !everybody.includes(right))).toEqual(given);
  });

  test.each([OTHER, 'monitoring', 'argocd', 'access', 'kube-system', 'default'])(
    'has in %s what every account has, and no other right',
    (namespace) => {
      expect(rightsIn(namespace, PERSON)).toEqual(rightsIn('default', STRANGER));
    },
  );

  test.each(REFUSED)('is refused to kubectl %s', (attempt) => {
    expect(may(as(PERSON, ...attempt.split(' ')))).toBe(false);
  });

  test('reads what kubectl get all and kubectl describe want to read', () => {
    expect(as(PERSON, 'get', 'all', '--namespace', 'shop-prod').complaints).toBe('');
    const described = as(PERSON, 'describe', 'cronjob', 'storefront--console', '--namespace', 'shop-prod');
    expect(described.complaints).toBe('');
    expect(described.output).toContain('ghcr.io/acme/storefront:1.4.2');
  });
});

test('a user whom no team names may do what every account may, and nothing in a namespace of a team', () => {
  expect(rightsIn('shop-prod', STRANGER)).toEqual(rightsIn('default', STRANGER));
  expect(may(as(STRANGER, 'get', 'pods', '--namespace', 'shop-prod'))).toBe(false);
});

interface Review {
  readonly status: {
    readonly incomplete: boolean;
    readonly resourceRules: readonly {
      readonly verbs: readonly string[];
      readonly apiGroups?: readonly string[];
      readonly resources?: readonly string[];
      readonly resourceNames?: readonly string[];
    }[];
  };
}

/** Everything that somebody may do to objects in a namespace, a line for each kind, as the API server answers. */
function rightsIn(namespace: string, person: typeof PERSON | typeof STRANGER): string[] {
  const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace } };
  const address = `/apis/${review.apiVersion}/selfsubjectrulesreviews`;
  const words = ['create', '--raw', address, '--filename', '-', JSON.stringify(review)];
  const { status } = JSON.parse(as(person, ...words).output) as Review;
  expect(status.incomplete).toBe(false);
  const rights = new Map<string, Set<string>>();
  for (const { verbs, apiGroups = [], resources = [], resourceNames = [] } of status.resourceRules) {
    for (const what of resources.flatMap((one) => apiGroups.map((group) => (group ? `${one}.${group}` : one)))) {
      const right = [what, ...resourceNames].join(' ');
      rights.set(right, new Set([...(rights.get(right) ?? []), ...verbs]));
    }
  }
  return [...rights].map(([what, verbs]) => `${what}  ${[...verbs].sort().join(' ')}`).sort();
}

describe('npm run task', () => {
  const [spoken, environment, template] = ['shop/storefront console', 'prod', 'storefront--console'];
  const chosenIn = (namespace: string) => ({ spoken, environment, template, namespace, withinSeconds: 3600 });

  test('starts a declared task of its team for a person, who may then read the Job and its pods', async () => {
    vi.stubEnv('KUBECONFIG', fileOf(PERSON));
    try {
      const [kubectl, job] = [new Kubectl(), nameOfRun({ template }, Date.now())];
      await needCluster(kubectl);
      await create(kubectl, job, chosenIn('shop-prod'));
      const read = await kubectl.ask('get', 'job', job, '--namespace', 'shop-prod', '--output', 'name');
      expect(read).toEqual({ succeeded: true, output: `job.batch/${job}\n`, complaints: '' });
      const ofJob = ['--selector', `batch.kubernetes.io/job-name=${job}`, '--namespace', 'shop-prod'];
      expect(await kubectl.ask('get', 'pods', ...ofJob)).toMatchObject({ succeeded: true });
      await expect(create(kubectl, job, chosenIn(OTHER))).rejects.toThrow('forbidden');
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
