import { describe, expect, test } from 'vitest';
import type { IngressFields } from '../../kubernetes/ingresses.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { podOf } from '../../kubernetes/pods.ts';
import { eachObject } from '../../policies/engine/each.ts';
import { check, type Policy, policies } from '../../policies/index.ts';
import { aPlanOf, manyServices } from './support/sound-site.ts';

/** Nodes on which all of it fits, so that no finding ends a policy early; 110 pods run on each. */
const NODES = Array.from({ length: 60 }, (_, index) => [`n${index}`, { ocpus: 4, memoryGb: 64 }]);
const SITE = {
  cloud: { region: 'eu-frankfurt-1', allowPaid: 'as many nodes as it takes', nodes: Object.fromEntries(NODES) },
};

/** What is counted: every policy, of a sound site, where nothing else is stated. */
interface Counted {
  readonly held?: readonly Policy[];
  readonly broken?: boolean;
}

/** How often policies read a field of an object, in a site of so many services with six objects each. */
function readsFor(services: number, { held = policies, broken = false }: Counted = {}): number {
  let reads = 0;
  const proxies = new WeakMap<object, object>();
  const counted = <T>(value: T): T => (typeof value === 'object' && value !== null ? (proxyOf(value) as T) : value);
  const proxyOf = (target: object): object => {
    const proxy = proxies.get(target) ?? new Proxy(target, { get: read });
    proxies.set(target, proxy);
    return proxy;
  };
  const read = (target: object, field: string | symbol) => {
    reads += 1;
    return counted(Reflect.get(target, field));
  };
  const made = manyServices(services);
  const plan = aPlanOf(made, SITE);
  if (broken) for (const one of made) breakIn(one);
  const subjects: Manifest[] = made.map(counted);
  expect(check(subjects, plan, held).findings).toHaveLength(broken ? FINDINGS * services : 0);
  return reads;
}

/** What is found at each broken service: two images without a version, and a host that neither plan nor certificate has. */
const FINDINGS = 4;

function breakIn(made: Manifest): void {
  for (const container of podOf(made)?.spec.containers ?? []) {
    Object.assign(container, { image: 'registry.example.org/web:latest' });
  }
  const rules = made.object.kind === 'Ingress' ? (made.object as IngressFields).spec?.rules : [];
  for (const rule of rules ?? []) Object.assign(rule, { host: `strange-${rule.host}` });
}

describe('a check', () => {
  test('of 6,000 objects takes twice the steps of 3,000', { timeout: 120_000 }, () => {
    const growth = readsFor(1000) / readsFor(500);
    expect(growth).toBeGreaterThan(1.9);
    expect(growth).toBeLessThan(2.1);
  });

  test('that refuses every service takes twice the steps for twice as many', { timeout: 120_000 }, () => {
    const growth = readsFor(600, { broken: true }) / readsFor(300, { broken: true });
    expect(growth).toBeGreaterThan(1.9);
    expect(growth).toBeLessThan(2.1);
  });

  test('that looked at all objects for each object would be seen: four times the steps for twice the objects', () => {
    const quadratic: Policy = {
      id: 'looks-at-all-for-each',
      title: 'Nothing is wrong.',
      why: 'For this test.',
      check: eachObject(({ object }, { subjects }) =>
        subjects.some((other) => other.object.kind === 'Nothing' && other.object === object) ? [{} as never] : [],
      ),
    };
    expect(readsFor(100, { held: [quadratic] }) / readsFor(50, { held: [quadratic] })).toBeGreaterThan(3.5);
  });
});
