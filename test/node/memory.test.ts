import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { images } from '../../constructs/versions.ts';
import { kubectl } from '../cluster/support/kubectl.ts';
import { eventually } from '../support/background.ts';
import { withoutDigests } from '../support/digests.ts';
import { untilFiring } from './support/alerts.ts';
import { containersIn, eatMemoryOf, lastEnd, type Running } from './support/memory.ts';
import { restarted, restarts } from './support/restarts.ts';
import { theSite, untilReady } from './support/site.ts';

const NAMESPACE = 'memory-test';

/** Where the pods of the platform run. */
const PLATFORM = ['monitoring', 'agents', 'signon', 'storage'];

/** A pod that takes all the memory that it can get. */
const GREEDY = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'greedy', namespace: NAMESPACE },
  spec: {
    terminationGracePeriodSeconds: 0,
    containers: [
      {
        name: 'main',
        image: withoutDigests(images.busybox),
        imagePullPolicy: 'IfNotPresent',
        command: ['tail', '/dev/zero'],
        resources: { limits: { memory: '64Mi', cpu: '100m' } },
      },
    ],
  },
};

const about = ({ namespace, pod, container }: Running) => ({
  name: 'ContainerOutOfMemory',
  labels: { namespace, pod, container },
});

describe('memory', () => {
  beforeAll(() => theSite());

  afterAll(() => {
    kubectl(['delete', 'namespace', NAMESPACE, '--wait=false']);
  });

  test('of a pod that takes all it can get ends at its own limit: it is killed, told of, and nothing else is', async () => {
    const before = restarts();
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } };
    const items = [namespace, GREEDY];
    const { succeeded, complaints } = kubectl(
      ['apply', '--filename=-'],
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
    );
    if (!succeeded) throw new Error(complaints);

    const greedy = { namespace: NAMESPACE, pod: 'greedy', container: 'main', id: '' };
    await eventually('its end', async () => lastEnd(greedy) === 'OOMKilled' || undefined, 120);
    await untilFiring([about(greedy)]);
    expect(Object.keys(restarted(before)).filter((name) => !name.startsWith(NAMESPACE))).toEqual([]);
    kubectl(['delete', 'namespace', NAMESPACE]);
  });

  test('that runs out in every container of the platform ends each once: all come back by themselves and are told of', async () => {
    const all = containersIn(PLATFORM);
    const before = restarts();
    await Promise.all(all.map(eatMemoryOf));

    await untilReady();
    expect(all.filter((one) => lastEnd(one) !== 'OOMKilled')).toEqual([]);
    expect(new Set(Object.values(restarted(before)))).toEqual(new Set([1]));
    await untilFiring(all.map(about));
  });
});
