import { Testing } from 'cdk8s';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Priorities } from '../../platform/cluster/priorities.ts';
import { environmentPriority, priorities } from '../../site/plan/priorities.ts';
import { aFolder } from '../constructs/support/synth.ts';
import { kubectl, kubectlJson } from './support/kubectl.ts';
import type { List, Pod } from './support/objects.ts';
import { untilNothing } from './support/patience.ts';

const NAMESPACE = 'priorities-test';
const site = { environments: { prod: {}, staging: {} } };

/** More than any node of the tests has room for. */
const PODS = 40;

function create(items: readonly object[]): void {
  const { succeeded, complaints } = kubectl(
    ['apply', '--server-side', '--filename', '-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
  );
  if (!succeeded) throw new Error(complaints);
}

/** A pod of an environment that requests cores of a node, and nothing else worth mentioning. */
function aPod(name: string, environment: string, cpu: string) {
  const resources = { requests: { cpu, memory: '1Mi' } };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      priorityClassName: environmentPriority(site, environment),
      terminationGracePeriodSeconds: 0,
      containers: [{ name: 'main', image: 'registry.k8s.io/pause:3.10.1', resources }],
    },
  };
}

/** Every pod of the cluster that has a node and is not ending, by its name. */
function placed(): string[] {
  return kubectlJson<List<Pod>>('get', 'pods', '--all-namespaces')
    .items.filter(({ spec, metadata }) => spec.nodeName !== undefined && metadata.deletionTimestamp === undefined)
    .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
}

function undecided({ spec, status }: Pod): boolean {
  return spec.nodeName === undefined && !(status.conditions ?? []).some(({ reason }) => reason === 'Unschedulable');
}

beforeAll(async () => {
  kubectl(['create', 'namespace', NAMESPACE]);
  const chart = aFolder(NAMESPACE);
  new Priorities(chart, 'Priorities', priorities(site));
  create(Testing.synth(chart).map(({ metadata: { namespace: _, ...metadata }, ...rest }) => ({ ...rest, metadata })));
  create(Array.from({ length: PODS }, (_, index) => aPod(`staging-${index}`, 'staging', '100m')));
  await untilNothing(() =>
    kubectlJson<List<Pod>>('get', 'pods', '--namespace', NAMESPACE)
      .items.filter(undecided)
      .map(({ metadata }) => `an answer of the scheduler for ${metadata.name}`),
  );
});

afterAll(() => {
  kubectl(['delete', 'namespace', NAMESPACE, '--wait=false']);
});

test('on a node that staging fills, production gets the place of staging and of nobody else', async () => {
  const before = placed();
  create([aPod('production', 'prod', '150m')]);
  await untilNothing(() => (placed().includes(`${NAMESPACE}/production`) ? [] : ['a node for production']));

  const gone = before.filter((pod) => !placed().includes(pod));
  expect(gone.length).toBeGreaterThanOrEqual(1);
  expect(gone.filter((pod) => !pod.startsWith(`${NAMESPACE}/staging-`))).toEqual([]);
});
