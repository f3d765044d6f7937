import { describe, expect, test } from 'vitest';
import type { TeamServiceProps } from '../../constructs/team-service/index.ts';
import { objects, type Rendered } from './support/synth.ts';
import { aService, containerOf, named, templates, web } from './support/team-service.ts';

describe('what starts by the clock', () => {
  test('starts once at a time, in the zone that is stated, and ends in the time that it has', () => {
    const { spec } = named(aService(), 'CronJob', 'storefront--prices');
    const { jobTemplate, ...timing } = spec;

    expect(timing).toEqual({
      ...{ schedule: '0 6 * * *', timeZone: 'Etc/UTC', suspend: false },
      ...{ concurrencyPolicy: 'Forbid', startingDeadlineSeconds: 300 },
      ...{ successfulJobsHistoryLimit: 1, failedJobsHistoryLimit: 2 },
    });
    expect(jobTemplate.spec).toMatchObject({ activeDeadlineSeconds: 600, backoffLimit: 2 });
    expect(jobTemplate.spec.ttlSecondsAfterFinished).toBeUndefined();
    expect(jobTemplate.spec.template.spec.restartPolicy).toBe('Never');
  });

  test('needs nothing that goes with its version: a run that outlives it has its variables itself', () => {
    const { containers } = templates(aService())['storefront--prices'].spec;

    expect(containers[0].envFrom).toBeUndefined();
    expect(containers[0].env).toContainEqual({ name: 'LOCALE', value: 'en' });
  });
});

describe('a task', () => {
  test('is a template that is never due, and each of its runs says which task it is', () => {
    const { spec } = named(aService(), 'CronJob', 'storefront--console');
    const { jobTemplate, ...timing } = spec;

    expect(timing).toEqual({
      ...{ schedule: '0 0 1 1 *', timeZone: 'Etc/UTC', suspend: true },
      ...{ concurrencyPolicy: 'Forbid', startingDeadlineSeconds: 300 },
      ...{ successfulJobsHistoryLimit: 10, failedJobsHistoryLimit: 10 },
    });
    expect(jobTemplate.metadata.labels).toMatchObject({ 'armstead/task': 'storefront--console', process: 'console' });
    expect(jobTemplate.spec).toMatchObject({
      ...{ activeDeadlineSeconds: 3600, backoffLimit: 0, ttlSecondsAfterFinished: 86_400 },
      template: { spec: { restartPolicy: 'Never', containers: [{ command: ['bin/console'] }] } },
    });
  });
});

describe('the variables of a service', () => {
  const mapOf = (changes: Partial<TeamServiceProps>) =>
    objects(aService(changes)).find(({ kind }) => kind === 'ConfigMap') as Rendered;

  test('lie in a ConfigMap that never changes: other values are another one', () => {
    const map = mapOf({});
    const other = mapOf({ variables: { PORT: '8080', LOCALE: 'de' } });

    expect(map).toMatchObject({ immutable: true, data: { LOCALE: 'en', PORT: '8080' } });
    expect(other.metadata.name).not.toBe(map.metadata.name);
    expect(mapOf({ variables: { LOCALE: 'en', PORT: '8080' } }).metadata.name).toBe(map.metadata.name);
    expect(containerOf(web()).envFrom).toEqual([{ configMapRef: { name: map.metadata.name } }]);
  });

  test('are none where none are stated', () => {
    const chart = aService({ variables: {} });

    expect(objects(chart).filter(({ kind }) => kind === 'ConfigMap')).toEqual([]);
    expect(templates(chart).storefront.spec.containers[0].envFrom).toBeUndefined();
  });

  test('that are secrets come from a key each, so that a pod without one waits and says which', () => {
    const chart = aService({ secrets: { SESSION_KEY: { secret: 'storefront-2', key: 'SESSION_KEY' } } });

    for (const { spec } of Object.values(templates(chart))) {
      expect(spec.containers[0].env).toContainEqual({
        name: 'SESSION_KEY',
        valueFrom: { secretKeyRef: { name: 'storefront-2', key: 'SESSION_KEY' } },
      });
    }
    expect(named(chart, 'Deployment', 'storefront').metadata.annotations['armstead/made-elsewhere']).toBe(
      'secret/storefront-2',
    );
  });

  test('may say how much memory a Go program takes', () => {
    const limits = (variables: Record<string, string>) =>
      containerOf(web({}, { variables })).env.filter(({ name }: { name: string }) => name === 'GOMEMLIMIT');

    expect(limits({ LOCALE: 'en' })).toEqual([{ name: 'GOMEMLIMIT', value: '115MiB' }]);
    expect(limits({ GOMEMLIMIT: '64MiB' })).toEqual([{ name: 'GOMEMLIMIT', value: '64MiB' }]);
  });
});
