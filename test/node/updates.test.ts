import { beforeAll, describe, expect, test } from 'vitest';
import { kubectlJson } from '../cluster/support/kubectl.ts';
import type { List, LiveObject } from '../cluster/support/objects.ts';
import { running } from '../edge/support/cluster.ts';
import { EndlessAsker, type Met } from './support/endless-asker.ts';
import { theSite, untilReady } from './support/site.ts';

interface Deployment extends LiveObject {
  readonly spec: {
    readonly strategy: { readonly type: 'RollingUpdate' | 'Recreate' };
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
          readonly readinessProbe: {
            readonly httpGet: { readonly path: string; readonly port: number | string; readonly scheme: string };
          };
        }[];
      };
    };
  };
}

interface Service {
  readonly spec: {
    readonly clusterIP: string;
    readonly ports: readonly { readonly port: number; readonly targetPort: number | string }[];
  };
}

/** Those that have a disk of their own, which only one pod may write to: the old one ends before the new one starts. */
const ALONE = ['alerts', 'dashboards', 'logs', 'metrics'];

describe('a rolling change of every Deployment of the platform, while clients ask without pause', () => {
  let all: readonly Deployment[];
  const met = new Map<string, Met>();

  beforeAll(async () => {
    await theSite();
    all = kubectlJson<List<Deployment>>('get', 'deployments', '--all-namespaces').items;
    const askers = all.map((one): [string, EndlessAsker] => [one.metadata.name, new EndlessAsker(addressOf(one))]);
    // Nothing may hold up the clients: kubectl runs beside them.
    await Promise.all(all.map(({ metadata }) => replace(metadata.name, metadata.namespace)));
    for (const [name, asker] of askers) met.set(name, await asker.stop());
    await untilReady();
    console.log([...met].map(([name, result]) => row(name, result)).join('\n'));
  });

  test('loses nothing where a new pod starts before the old one ends', () => {
    const rolling = all
      .filter(({ spec }) => spec.strategy.type === 'RollingUpdate')
      .map(({ metadata }) => metadata.name);
    const lost = rolling.map((name) => [name, met.get(name)?.failures]);
    expect(lost).toEqual(rolling.map((name) => [name, []]));
    expect(rolling.filter((name) => !met.get(name)?.answers)).toEqual([]);
  });

  test('pauses only what writes to a disk of its own, and each answers again', () => {
    const alone = all.filter(({ spec }) => spec.strategy.type === 'Recreate').map(({ metadata }) => metadata.name);
    expect(alone.sort()).toEqual(ALONE);
    expect(alone.filter((name) => !met.get(name)?.longestPause)).toEqual([]);
  });
});

/** Where its Service answers what tells the kubelet that a pod is ready. */
function addressOf({ metadata, spec }: Deployment): string {
  const service = kubectlJson<Service>('get', 'service', metadata.name, '--namespace', metadata.namespace ?? '');
  const [container] = spec.template.spec.containers;
  if (!container) throw new Error(`${metadata.name} has no container`);
  const { path, port, scheme } = container.readinessProbe.httpGet;
  const names = container.ports.filter(({ name, containerPort }) => [name, containerPort].includes(port));
  const targets = names.flatMap(({ name, containerPort }) => [name, containerPort]);
  const found = service.spec.ports.find(({ targetPort }) => targets.includes(targetPort));
  if (!found) throw new Error(`the Service ${metadata.name} leads nowhere`);
  return `${scheme.toLowerCase()}://${service.spec.clusterIP}:${found.port}${path}`;
}

/** Replaces the pods, and waits until the old one has ended. */
async function replace(name: string, namespace = ''): Promise<void> {
  const where = ['--namespace', namespace];
  const old = (await running('get', 'pods', ...where, '--selector', `app.kubernetes.io/name=${name}`, '--output=name'))
    .trim()
    .split('\n');
  await running('rollout', 'restart', `deployment/${name}`, ...where);
  await running('rollout', 'status', `deployment/${name}`, ...where, '--timeout=300s');
  await running('wait', '--for=delete', ...old, ...where, '--timeout=120s');
}

function row(name: string, { answers, failures, longestPause }: Met): string {
  const pause = (longestPause / 1000).toFixed(1);
  return `| ${name} | ${failures.length} of ${answers + failures.length} lost | ${pause} s |`;
}
