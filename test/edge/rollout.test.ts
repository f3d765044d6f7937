import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SIGN_ON, SIGN_ON_NAMESPACE, SIGN_ON_PORT } from '../../site/plan/sign-on.ts';
import { status } from './support/client.ts';
import { applyDist, live, running } from './support/cluster.ts';
import { asking } from './support/endless-client.ts';
import { becomes } from './support/eventually.ts';
import { PodServers } from './support/pods.ts';

const address = 'https://sign-on.example.org/';
const deployment = `deployment/${SIGN_ON}`;

/** So many rolls without the seconds do not all go well. */
const MOST_ROLLS = 8;

let pods: PodServers;

beforeAll(async () => {
  applyDist();
  pods = new PodServers(SIGN_ON_NAMESPACE, `app.kubernetes.io/name=${SIGN_ON}`, SIGN_ON_PORT);
  await pods.start();
  await becomes(() => status(address), 200);
});

afterAll(async () => {
  applyDist();
  await pods.stop();
});

describe('a client that asks without pause while a Deployment rolls', () => {
  test('gets every answer, first from the old pod and then from the new one', async () => {
    const { servers, failures, answers } = await asking(address, () => roll(drainSeconds()));
    expect(failures).toEqual([]);
    expect(servers.size).toBe(2);
    expect(answers).toBeGreaterThan(100);
  });

  test('would lose some without the seconds for which a pod goes on serving', async () => {
    const path = '/spec/template/spec/containers/0/lifecycle';
    const before = drainSeconds();
    const patch = `--patch=[{"op":"remove","path":"${path}"}]`;
    await running('patch', deployment, '--namespace', SIGN_ON_NAMESPACE, '--type=json', patch);
    await settled(before);
    // One moment of one roll may fall between two requests.
    let lost = 0;
    for (let rolls = 0; lost === 0 && rolls < MOST_ROLLS; rolls++) {
      const { failures } = await asking(address, () => roll(0));
      lost = failures.length;
    }
    expect(lost).toBeGreaterThan(0);
  });
});

/** Replaces the pods, and waits until the old one has ended and the edge has heard of it. */
async function roll(drain: number): Promise<void> {
  await running('rollout', 'restart', deployment, '--namespace', SIGN_ON_NAMESPACE);
  await settled(drain);
}

async function settled(drain: number): Promise<void> {
  await running('rollout', 'status', deployment, '--namespace', SIGN_ON_NAMESPACE, '--timeout=120s');
  await sleep(drain * 1000);
  await becomes(() => status(address), 200);
}

/** What the object itself says. */
function drainSeconds(): number {
  interface Deployment {
    readonly spec: {
      readonly template: {
        readonly spec: {
          readonly containers: readonly {
            readonly lifecycle?: { readonly preStop: { readonly sleep: { readonly seconds: number } } };
          }[];
        };
      };
    };
  }
  const { spec } = live<Deployment>('deployment', SIGN_ON_NAMESPACE, SIGN_ON);
  return spec.template.spec.containers[0]?.lifecycle?.preStop.sleep.seconds ?? 0;
}
