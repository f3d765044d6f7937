import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TASK_LABEL } from '../../kubernetes/labels.ts';
import { aTask } from '../support/team-task.ts';
import { kubectl, kubectlJson } from './support/kubectl.ts';
import type { List, LiveObject } from './support/objects.ts';
import { untilNothing } from './support/patience.ts';
import { applied, people } from './support/people.ts';
import { endTeams, makeTeams, OTHER } from './support/team.ts';

const PERSON = 'operator';
const NAMESPACE = 'shop-prod';
const { as, signIn, forget } = people<typeof PERSON>();

type Task = ReturnType<typeof aTask>;
type Job = ReturnType<typeof aJob>;
type Change = (job: Job) => void;

beforeAll(async () => {
  await makeTeams(PERSON, 'bystander');
  applied([aTask(NAMESPACE, 'storefront', 'prices', '* * * * *', false)]);
  signIn(PERSON);
});

afterAll(() => {
  forget();
  endTeams(PERSON, 'bystander');
});

const SAME = "ValidatingAdmissionPolicy 'people-start-tasks-as-declared'";
const NAMED = "ValidatingAdmissionPolicy 'people-start-declared-tasks'";
const POD = 'its pod is not that of the declared task; make it by kubectl create job --from=cronjob/TASK';
const LABEL = 'a label of its pod is not that of the declared task; make it by kubectl create job --from=cronjob/TASK';
const UNDECLARED = `its label ${TASK_LABEL} names no declared task, and people start no other Jobs here; make it by kubectl create job --from=cronjob/TASK`;
const ABSENT = 'no params found for policy binding';

/** What somebody might change, and what the API server answers. */
const CHANGES: readonly (readonly [what: string, policy: string, message: string, change: Change])[] = [
  ['another Secret as variables', SAME, POD, onPod((_, main) => Object.assign(main, { envFrom: from('ledger') }))],
  ['one more Secret as variables', SAME, POD, onPod((_, main) => main.envFrom.push(...from('ledger')))],
  [
    'a key of a Secret as a variable',
    SAME,
    POD,
    onPod((_, main) => {
      const valueFrom = { secretKeyRef: { name: 'ledger', key: 'PASSWORD' } };
      Object.assign(main, { env: [...main.env, { name: 'PASSWORD', valueFrom }] });
    }),
  ],
  ['a Secret as a volume', SAME, POD, withVolume({ secret: { secretName: 'ledger' } })],
  [
    'a Secret in a projected volume',
    SAME,
    POD,
    withVolume({ projected: { sources: [{ secret: { name: 'ledger' } }] } }),
  ],
  [
    'a token of an account',
    SAME,
    POD,
    withVolume({ projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }),
  ],
  ['the disk of the node', SAME, POD, withVolume({ hostPath: { path: '/' } })],
  ['another Secret to pull with', SAME, POD, onPod((pod) => pod.imagePullSecrets.push({ name: 'other' }))],
  ['another image', SAME, POD, onMain({ image: 'busybox:1.37' })],
  ['another version of the image', SAME, POD, onMain({ image: 'ghcr.io/acme/storefront:1.0.0' })],
  ['another command', SAME, POD, onMain({ command: ['sh', '-c', 'env'] })],
  ['arguments behind the command', SAME, POD, onMain({ args: ['--dump'] })],
  ['a variable that changes the program', SAME, POD, onMain({ env: [{ name: 'NODE_OPTIONS', value: '-r /tmp/x' }] })],
  ['a hook', SAME, POD, onMain({ lifecycle: { postStart: { exec: { command: ['env'] } } } })],
  ['another account', SAME, POD, onPod((pod) => Object.assign(pod, { serviceAccountName: 'admin' }))],
  ['a token', SAME, POD, onPod((pod) => Object.assign(pod, { automountServiceAccountToken: true }))],
  ['the network of the node', SAME, POD, onPod((pod) => Object.assign(pod, { hostNetwork: true }))],
  ['another priority', SAME, POD, onPod((pod) => Object.assign(pod, { priorityClassName: 'platform' }))],
  [
    'one more container',
    SAME,
    POD,
    onPod((pod, main) => pod.containers.push({ ...main, name: 'second', image: 'busybox' })),
  ],
  [
    'a container before it',
    SAME,
    POD,
    onPod((pod, main) => Object.assign(pod, { initContainers: [{ ...main, name: 'a' }] })),
  ],
  [
    'the labels of the web process',
    SAME,
    LABEL,
    (job) => Object.assign(job.spec.template.metadata.labels, { process: 'web' }),
  ],
  [
    'one more label on its pod',
    SAME,
    LABEL,
    (job) => Object.assign(job.spec.template.metadata.labels, { extra: 'one' }),
  ],
  ['no label on its pod', SAME, LABEL, (job) => Object.assign(job.spec.template, { metadata: {} })],
  [
    'an annotation on its pod',
    SAME,
    'an annotation of its pod is not that of the declared task; make it by kubectl create job --from=cronjob/TASK',
    (job) => Object.assign(job.spec.template.metadata, { annotations: { a: 'b' } }),
  ],
  ...(['activeDeadlineSeconds', 'backoffLimit', 'completions', 'parallelism', 'ttlSecondsAfterFinished'] as const).map(
    (field) =>
      [
        `another ${field}`,
        SAME,
        `its ${field} is not that of the declared task; make it by kubectl create job --from=cronjob/TASK`,
        (job: Job) => void Object.assign(job.spec, { [field]: 7 }),
      ] as const,
  ),
  [
    'the labels of another service',
    SAME,
    'one of its labels is not that of the declared task; make it by kubectl create job --from=cronjob/TASK',
    (job) => Object.assign(job.metadata.labels, { service: 'admin' }),
  ],
  ['the name of another task of the team', SAME, POD, named('admin--report')],
  ['the name of a task of another team', SAME, ABSENT, named('api--reindex')],
  ['the name of a task that the environment does not have', SAME, ABSENT, named('storefront--import')],
  ['the name of a process that is no task', NAMED, UNDECLARED, named('storefront--prices')],
  ['an empty name of a task', SAME, ABSENT, named('')],
  ['no name of a task', NAMED, UNDECLARED, (job) => Object.assign(job.metadata, { labels: {} })],
  [
    'the name of another Job',
    SAME,
    'its name does not begin with that of its task and a hyphen',
    (job) => Object.assign(job.metadata, { name: 'storefront--prices-1' }),
  ],
];

describe('a Job that a person of a team creates', () => {
  test('is admitted if it is that of a declared task, and its person may remove it', () => {
    const words = ['create', 'job', 'storefront--console-1', '--from=cronjob/storefront--console'];
    expect(as(PERSON, ...words, '--namespace', NAMESPACE)).toMatchObject({ succeeded: true, complaints: '' });
    const [pod] = podsOf('storefront--console-1');
    expect(pod?.spec.containers[0]?.image).toBe('ghcr.io/acme/storefront:1.4.2');
    const removed = as(PERSON, 'delete', 'job', 'storefront--console-1', '--namespace', NAMESPACE, '--wait=false');
    expect(removed).toMatchObject({ succeeded: true, complaints: '' });
  });

  test.each(CHANGES)('is refused with %s', (_, policy, message, change) => {
    const { complaints } = create(change);
    expect(complaints).toContain(policy);
    expect(complaints).toContain(message);
  });

  test('is that of the version that runs: the old one is refused after a release', async () => {
    const released = aTask(NAMESPACE, 'storefront', 'console');
    containerOf(released).image = 'ghcr.io/acme/storefront:1.5.0';
    applied([released]);
    await untilNothing(() => (create().succeeded ? ['the old version is still let in'] : []));
    expect(create(onMain({ image: 'ghcr.io/acme/storefront:1.5.0' }))).toMatchObject({ succeeded: true });
    applied([aTask(NAMESPACE, 'storefront', 'console')]);
    await untilNothing(() => (create().succeeded ? [] : ['the declared version is not let in']));
  });
});

describe('whoever is no person is not asked', () => {
  test.each([
    ['Argo CD', 'system:serviceaccount:argocd:argocd-application-controller', 'system:serviceaccounts:argocd'],
    ['the owner of the cluster', 'owner', 'system:authenticated'],
  ])('%s creates any Job', (_, user, group) => {
    const who = [`--as=${user}`, `--as-group=${group}`, '--as-group=system:masters'];
    const words = ['create', 'job', 'migrate-1', '--image=busybox', '--namespace', NAMESPACE, '--dry-run=server'];
    expect(kubectl([...words, ...who])).toMatchObject({ succeeded: true });
  });

  test('the controller of CronJobs starts what is due', async () => {
    await untilNothing(() => (jobsOf('storefront--prices').length > 0 ? [] : ['no Job of storefront--prices']));
  });

  test('a namespace of no team keeps its ways', () => {
    const who = ['--as=system:serviceaccount:access:editor', '--as-group=system:serviceaccounts:access'];
    const words = ['create', 'job', 'mine', '--image=busybox', '--namespace', 'default', '--dry-run=server'];
    expect(kubectl([...words, ...who, '--as-group=system:masters'])).toMatchObject({ succeeded: true });
  });
});

test('a person of one team starts no task of another', () => {
  const words = ['create', 'job', 'api--reindex-1', '--from=cronjob/api--reindex', '--namespace', OTHER];
  expect(as(PERSON, ...words).complaints).toContain('forbidden');
});

/** The Job that `kubectl create job --from` would create, for a test to change. */
function aJob({ metadata, spec: { jobTemplate } }: Task = aTask(NAMESPACE, 'storefront', 'console')) {
  return structuredClone({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: `${metadata.name}-try`, namespace: NAMESPACE, labels: jobTemplate.metadata.labels },
    spec: jobTemplate.spec,
  });
}

type Pod = Job['spec']['template']['spec'];
type Main = Pod['containers'][number];

function onPod(change: (pod: Pod, main: Main) => unknown): Change {
  return ({ spec }) => {
    const pod = spec.template.spec;
    change(pod, pod.containers[0] as Main);
  };
}

function onMain(fields: object): Change {
  return onPod((_, main) => Object.assign(main, fields));
}

function withVolume(source: object): Change {
  return onPod((pod, main) => {
    Object.assign(pod, { volumes: [...pod.volumes, { name: 'loot', ...source }] });
    main.volumeMounts.push({ name: 'loot', mountPath: '/loot' });
  });
}

function named(task: string): Change {
  return (job) => Object.assign(job.metadata.labels, { [TASK_LABEL]: task });
}

function from(secret: string): never[] {
  return [{ secretRef: { name: secret } }] as never[];
}

function containerOf(task: Task): Main {
  return task.spec.jobTemplate.spec.template.spec.containers[0] as Main;
}

/** Tries a Job as the person, without keeping it. */
function create(change: Change = () => {}) {
  const job = aJob();
  change(job);
  return as(PERSON, 'create', '--dry-run=server', '--filename', '-', JSON.stringify(job));
}

function podsOf(
  job: string,
): readonly { readonly spec: { readonly containers: readonly { readonly image: string }[] } }[] {
  const words = ['get', 'job', job, '--namespace', NAMESPACE];
  const { spec } = kubectlJson<{ spec: { template: { spec: Pod } } }>(...words);
  return [{ spec: spec.template.spec }];
}

function jobsOf(cron: string): readonly LiveObject[] {
  const { items } = kubectlJson<List<LiveObject>>('get', 'jobs', '--namespace', NAMESPACE);
  return items.filter(({ metadata }) => metadata.name.startsWith(`${cron}-`));
}
