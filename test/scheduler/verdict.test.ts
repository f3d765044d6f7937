import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STORAGE_NODE } from '../../kubernetes/labels.ts';
import { quantity } from '../../kubernetes/quantities.ts';
import type { Load } from '../../policies/budget/loads.ts';
import type { Room } from '../../policies/budget/rooms.ts';
import { verdict } from '../../policies/budget/verdict.ts';
import { kubectl, kubectlJson } from '../cluster/support/kubectl.ts';
import type { List, LiveObject, Pod } from '../cluster/support/objects.ts';

const NAMESPACE = 'scheduler-test';

/** A few show that both agree; the long form looks at many. */
const SITES = Number(process.env.SCHEDULER_SITES ?? 15);

/** The same sites in every run, so that a failure can be looked into. */
const SEED = 20_261_122;

interface Node extends LiveObject {
  readonly status: { readonly allocatable: Readonly<Record<string, string>> };
}

interface Deployment extends LiveObject {
  readonly spec: { readonly replicas: number };
  readonly status: {
    readonly observedGeneration?: number;
    readonly updatedReplicas?: number;
    readonly replicas?: number;
  };
}

/** The nodes of this cluster as the budget sees those of a site. */
const rooms: Room[] = kubectlJson<List<Node>>('get', 'nodes').items.map(({ metadata, status: { allocatable } }) => ({
  key: metadata.labels?.[STORAGE_NODE] as string,
  millicores: Math.round((quantity(allocatable.cpu) ?? 0) * 1000),
  memoryMebibytes: (quantity(allocatable.memory) ?? 0) / 1024 ** 2,
  diskMebibytes: (quantity(allocatable['ephemeral-storage']) ?? 0) / 1024 ** 2,
  pods: quantity(allocatable.pods) ?? 0,
}));

/**
 * How full the sites are, the largest being more than full. On one node sums decide, so that the limit is where verdicts
 * differ; on several nodes an order that leaves a pod over exists long before they are full.
 */
const FILL = rooms.length === 1 ? { min: 0.85, max: 1.05 } : { min: 0.2, max: 1.05 };

/** Workloads that fill the nodes to that part. */
const anySite = fc
  .record({
    fill: fc.double({ ...FILL, noNaN: true }),
    workloads: fc.array(
      fc.record({
        cpu: fc.integer({ min: 1, max: 40 }),
        memory: fc.integer({ min: 1, max: 40 }),
        disk: fc.integer({ min: 1, max: 40 }),
        count: fc.integer({ min: 1, max: 4 }),
        surge: fc.integer({ min: 0, max: 1 }),
        nodes: fc.subarray(
          rooms.map(({ key }) => key),
          { minLength: 1 },
        ),
      }),
      { minLength: 2, maxLength: 9 },
    ),
  })
  .map(({ fill, workloads }): Load[] => {
    const total = (field: 'cpu' | 'memory' | 'disk') => workloads.reduce((sum, one) => sum + one[field] * one.count, 0);
    const all = (field: 'millicores' | 'memoryMebibytes' | 'diskMebibytes') =>
      rooms.reduce((sum, room) => sum + room[field], 0);
    return workloads.map(({ cpu, memory, disk, count, surge, nodes }, index) => ({
      name: `workload-${index}`,
      part: 'test',
      amounts: {
        millicores: Math.floor((cpu / total('cpu')) * fill * all('millicores')),
        memoryMebibytes: Math.floor((memory / total('memory')) * fill * all('memoryMebibytes')),
        diskMebibytes: Math.floor((disk / total('disk')) * fill * all('diskMebibytes')),
        pods: 1,
      },
      count,
      surge,
      nodes,
      everyNode: false,
    }));
  });

function deployment({ name, amounts, count, surge, nodes }: Load) {
  const { millicores, memoryMebibytes, diskMebibytes } = amounts;
  const requests = {
    cpu: `${millicores}m`,
    memory: `${memoryMebibytes}Mi`,
    'ephemeral-storage': `${diskMebibytes}Mi`,
  };
  const term = { matchExpressions: [{ key: STORAGE_NODE, operator: 'In', values: nodes }] };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      replicas: count,
      selector: { matchLabels: { app: name } },
      // What has no additional pod is ended before it is replaced.
      strategy:
        surge === 0
          ? { type: 'Recreate' }
          : { type: 'RollingUpdate', rollingUpdate: { maxSurge: surge, maxUnavailable: 0 } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          affinity: {
            nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } },
          },
          containers: [{ name: 'main', image: 'registry.k8s.io/pause:3.10.1', resources: { requests } }],
        },
      },
    },
  };
}

function pods(): readonly Pod[] {
  return kubectlJson<List<Pod>>('get', 'pods', '--namespace', NAMESPACE).items.filter(
    ({ metadata }) => metadata.deletionTimestamp === undefined,
  );
}

function isRefused({ status }: Pod): boolean {
  return (status.conditions ?? []).some(({ type, reason }) => type === 'PodScheduled' && reason === 'Unschedulable');
}

async function until(what: string, holds: () => boolean, seconds = 40): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${seconds} s`);
    await pause(200);
  }
}

/** Makes the workloads and answers whether the scheduler found a node for every pod. */
async function schedules(loads: readonly Load[]): Promise<boolean> {
  const items = loads.map(deployment);
  const { succeeded, complaints } = kubectl(
    ['create', '--filename', '-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
  );
  if (!succeeded) throw new Error(complaints);
  const wanted = loads.reduce((sum, { count }) => sum + count, 0);
  await until('an answer of the scheduler for every pod', () => {
    const all = pods();
    return all.length === wanted && all.every((pod) => pod.spec.nodeName !== undefined || isRefused(pod));
  });
  return pods().every(({ spec }) => spec.nodeName !== undefined);
}

/** Replaces every workload at the same time and waits until all are through. */
async function replaceAll(): Promise<void> {
  kubectl(['rollout', 'restart', 'deployment', '--namespace', NAMESPACE]);
  await until('all replacements', () =>
    kubectlJson<List<Deployment>>('get', 'deployments', '--namespace', NAMESPACE).items.every(
      ({ metadata, spec, status }) =>
        status.observedGeneration === metadata.generation &&
        status.updatedReplicas === spec.replicas &&
        status.replicas === spec.replicas,
    ),
  );
}

async function removeAll(): Promise<void> {
  kubectl(['delete', 'deployments', '--all', '--namespace', NAMESPACE, '--wait=false']);
  await until(
    'an empty namespace',
    () => kubectlJson<List<Pod>>('get', 'pods', '--namespace', NAMESPACE).items.length === 0,
  );
}

describe(`for ${SITES} sites near the limit of ${rooms.length === 1 ? 'one node' : `${rooms.length} nodes`}`, () => {
  const seen = { fits: 0, 'may not fit': 0, 'does not fit': 0 };

  beforeAll(() => {
    kubectl(['create', 'namespace', NAMESPACE]);
  });

  afterAll(() => {
    kubectl(['delete', 'namespace', NAMESPACE, '--wait=false']);
  });

  test('the real scheduler and the budget agree, while everything is replaced too', async () => {
    for (const [index, loads] of fc.sample(anySite, { seed: SEED, numRuns: SITES }).entries()) {
      const { word } = verdict(loads, rooms);
      seen[word] += 1;
      const scheduled = await schedules(loads);

      if (word === 'fits') {
        expect(scheduled, `site ${index}`).toBe(true);
        await replaceAll();
      }
      if (word === 'does not fit') expect(scheduled, `site ${index}`).toBe(false);
      await removeAll();
    }
    console.log(`verdicts: ${JSON.stringify(seen)}`);
  });

  test('each verdict was among them, so that none was shown by nothing', () => {
    expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
  });
});
