import { describe, expect, test } from 'vitest';
import { check, type Subject } from '../../policies/index.ts';
import { aSite } from './support/site.ts';
import { manyServices } from './support/sound-site.ts';

/** How often policies read a field of an object in a site of so many services, six objects each. */
function readsFor(services: number): number {
  let reads = 0;
  const counted = <T>(value: T): T =>
    typeof value === 'object' && value !== null
      ? (new Proxy(value, {
          get: (target, field, self) => {
            reads += 1;
            return counted(Reflect.get(target, field, self));
          },
        }) as T)
      : value;
  const subjects: Subject[] = manyServices(services).map(counted);
  const { findings } = check(subjects, aSite({ cloud: { region: 'eu-frankfurt-1', nodes: { a: { ocpus: 4, memoryGb: 64 } } } }));
  expect(findings).toEqual([]);
  return reads;
}

describe('a check', () => {
  test('of 6,000 objects takes twice the steps of 3,000, not four times', () => {
    const [half, whole] = [readsFor(500), readsFor(1000)];
    expect(whole / half).toBeGreaterThan(1.9);
    expect(whole / half).toBeLessThan(2.1);
  });
});
