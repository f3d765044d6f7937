import { describe, expect, test } from 'vitest';
import { environmentPriority, PLATFORM_PRIORITY, priorities } from '../../../site/plan/priorities.ts';

const three = { environments: { prod: {}, staging: {}, ci: {} } };

/** The least that pods have which Kubernetes itself needs. */
const SYSTEM_CLUSTER_CRITICAL = 2_000_000_000;

describe('the priorities of a site', () => {
  test('rank the platform above all environments, and those in the order in which they are written', () => {
    expect(priorities(three)).toEqual([
      { name: 'platform', value: 1_000_000, description: 'Pods of the platform' },
      { name: 'environment-1', value: 900_000, description: 'Pods of the environment prod' },
      { name: 'environment-2', value: 899_000, description: 'Pods of the environment staging' },
      { name: 'environment-3', value: 898_000, description: 'Pods of the environment ci' },
    ]);
  });

  test('keep the value of every name when an environment comes in between, since Kubernetes never changes one', () => {
    const values = new Map(priorities(three).map(({ name, value }) => [name, value]));
    const more = priorities({ environments: { prod: {}, preview: {}, staging: {}, ci: {} } });

    for (const { name, value } of more.slice(0, values.size)) expect(value).toBe(values.get(name));
  });

  test('stay between pods that name none and those of Kubernetes, however many environments there are', () => {
    const environments = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`e${index}`, {}]));
    for (const { value } of priorities({ environments })) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(SYSTEM_CLUSTER_CRITICAL);
    }
  });
});

describe('the priority of an environment', () => {
  test('is the one at its place', () => {
    expect(['prod', 'staging', 'ci'].map((name) => environmentPriority(three, name))).toEqual([
      'environment-1',
      'environment-2',
      'environment-3',
    ]);
    expect(priorities(three).map(({ name }) => name)).toContain(PLATFORM_PRIORITY);
  });

  test('is no mistake in silence where there is no such environment', () => {
    expect(() => environmentPriority(three, 'live')).toThrow(new RangeError("'live' is no environment of the site"));
  });
});
