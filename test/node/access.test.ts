import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { SiteInput } from '../../site/index.ts';
import { kubectl } from '../cluster/support/kubectl.ts';
import { untilNothing } from '../cluster/support/patience.ts';
import { may, people } from '../cluster/support/people.ts';
import { waiting } from '../cluster/support/waiting.ts';
import { shopIn } from './support/shop.ts';
import { nodeFiles, nodeSite, publish, theSite } from './support/site.ts';

/** A namespace of people's own. */
const OWN = 'people-test';

const PEOPLE = {
  viewer: { role: 'view' },
  reader: { role: 'view', namespaces: ['monitoring'] },
  editor: { role: 'edit', namespaces: [OWN] },
  owner: { role: 'admin', namespaces: [OWN] },
} as const satisfies SiteInput['access'];

type Person = keyof typeof PEOPLE;

const EVERYBODY = Object.keys(PEOPLE) as Person[];

/** What each person can do with pods that run; `ME` stands for the name of who tries. */
const ATTEMPTS: readonly (readonly [attempt: string, allowed: string])[] = [
  ['exec deployment/prober --namespace monitoring -- /bin/blackbox_exporter --version', ''],
  ['get --raw /api/v1/namespaces/monitoring/services/metrics:8428/proxy/metrics', ''],
  ['scale deployment/prober --namespace monitoring --replicas=1', ''],
  ['rollout restart deployment/prober --namespace monitoring', ''],
  ['delete pods --namespace monitoring --selector=app.kubernetes.io/name=prober', ''],
  ['get --raw /api/v1/nodes/10.0.10.10/proxy/pods', ''],
  ['top nodes', ''],
  ['cordon 10.0.10.10', ''],
  ['logs deployment/prober --namespace monitoring --tail=1', 'viewer reader'],
  ['top pods --namespace monitoring', 'viewer reader'],
  ['describe deployment/prober --namespace monitoring', 'viewer reader'],
  [`logs deployment/shop --namespace ${OWN}`, 'viewer editor owner'],
  [`top pods --namespace ${OWN}`, 'viewer editor owner'],
  [`exec deployment/shop --namespace ${OWN} -- true`, 'editor owner'],
  [`get --raw /api/v1/namespaces/${OWN}/services/shop:80/proxy/`, 'editor owner'],
  [`scale deployment/shop --namespace ${OWN} --replicas=1`, 'editor owner'],
  [`label deployment/shop --namespace ${OWN} tried=ME --overwrite`, 'editor owner'],
  [`create configmap ME --namespace ${OWN}`, 'editor owner'],
  [`delete configmap ME --namespace ${OWN}`, 'editor owner'],
  [`create secret generic ME --namespace ${OWN} --from-literal=word=secret`, 'editor owner'],
  [`get secret ME --namespace ${OWN}`, 'editor owner'],
  [`delete secret ME --namespace ${OWN}`, 'editor owner'],
  [`create role ME --namespace ${OWN} --verb=get --resource=pods`, 'owner'],
  [`create rolebinding ME --namespace ${OWN} --role=ME --user=somebody`, 'owner'],
  [`delete rolebinding,role ME --namespace ${OWN}`, 'owner'],
];

const { as, signIn, forget, fileOf } = people<Person>();

beforeAll(async () => {
  await theSite();
  await publish(nodeFiles(nodeSite({ access: PEOPLE })));
  for (const name of EVERYBODY) signIn(name);
});

afterAll(async () => {
  forget();
  await publish(nodeFiles());
  kubectl(['delete', 'namespace', OWN]);
});

describe('with the token of their account, on a real node', () => {
  test('somebody who edits runs a service', async () => {
    const list = { apiVersion: 'v1', kind: 'List', items: shopIn(OWN) satisfies KubeObject[] };
    expect(as('editor', 'create', '--filename=-', JSON.stringify(list)).complaints).toBe('');
    await untilNothing(() => waiting([OWN], []));
    await untilNothing(() => (kubectl(['top', 'pods', '--namespace', OWN]).succeeded ? [] : ['its use']));
  });

  test.each(ATTEMPTS)('kubectl %s is allowed to: %s', (attempt, allowed) => {
    const can = EVERYBODY.filter((name) => may(as(name, ...attempt.replaceAll('ME', name).split(' '))));
    expect(can.join(' ')).toBe(allowed);
  });

  test('who edits reaches a port of a pod of their own, and nobody one of the platform', async () => {
    const reached = await Promise.all(
      EVERYBODY.map(async (name) => ({
        name,
        own: await forwards(name, OWN, 'deployment/shop', 8080),
        platform: await forwards(name, 'monitoring', 'deployment/metrics', 8428),
      })),
    );
    expect(reached.filter(({ own }) => own).map(({ name }) => name)).toEqual(['editor', 'owner']);
    expect(reached.filter(({ platform }) => platform)).toEqual([]);
  });
});

/** Whether somebody's kubectl forwards a port to a pod, and is answered there. */
async function forwards(name: Person, namespace: string, target: string, port: number): Promise<boolean> {
  const words = ['--kubeconfig', fileOf(name), 'port-forward', '--namespace', namespace, target, `:${port}`];
  const child = spawn('kubectl', words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = await new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.stderr.once('data', (chunk: Buffer) => resolve(chunk.toString()));
  });
  try {
    const local = /^Forwarding from 127\.0\.0\.1:(\d+)/.exec(said)?.[1];
    if (!local) expect(said).toContain('forbidden');
    return local !== undefined && (await fetch(`http://127.0.0.1:${local}/`)).ok;
  } finally {
    child.kill();
  }
}
