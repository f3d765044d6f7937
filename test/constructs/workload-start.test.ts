import { Capability, Volume } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { Workload } from '../../constructs/workload/index.ts';
import { aFolder, objects, only } from './support/synth.ts';
import { aWorkload, RESOURCES, SMALLEST } from './support/workload.ts';

describe('a workload', () => {
  test('has no priority class that nobody makes', () => {
    expect(only(aWorkload(), 'Deployment').spec.template.spec).not.toHaveProperty('priorityClassName');
  });

  test('has the priority class that was given to its chart, unless it names its own', () => {
    const chart = aFolder();
    Workload.defaultPriority(chart, 'platform');
    new Workload(new Construct(chart, 'Deep inside'), 'Shop', SMALLEST);
    new Workload(chart, 'Bank', { ...SMALLEST, name: 'bank', priority: 'high' });

    const classes = objects(chart).map(({ metadata, spec }) => [metadata.name, spec.template.spec.priorityClassName]);
    expect(classes).toEqual([
      ['shop', 'platform'],
      ['bank', 'high'],
    ]);
  });

  test('starts after what it says comes before it, each with its own image, variables and volumes', () => {
    const chart = aFolder();
    const data = Volume.fromEmptyDir(chart, 'Data', 'data');
    const step = { image: 'ghcr.io/you/step:2.0.0', resources: RESOURCES };
    const token = { secret: 'step', key: 'token' };
    const before = {
      first: { ...step, command: ['first'], args: ['--all'], volumes: { '/data': { volume: data } } },
      second: { ...step, environment: { MODE: 'second', TOKEN: token } },
    };
    const { metadata, spec } = only(aWorkload({ before, environment: { TOKEN: token } }, chart), 'Deployment');
    const [first, second] = spec.template.spec.initContainers;

    expect(first).toMatchObject({
      name: 'first',
      image: 'ghcr.io/you/step:2.0.0',
      command: ['first'],
      args: ['--all'],
      volumeMounts: [{ name: 'data', mountPath: '/data' }],
      resources: {
        requests: { cpu: '20m', memory: '64Mi', 'ephemeral-storage': '50Mi' },
        limits: { cpu: '500m', memory: '128Mi', 'ephemeral-storage': '100Mi' },
      },
      securityContext: { runAsNonRoot: true, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    });
    expect(second).toMatchObject({
      name: 'second',
      env: [
        { name: 'MODE', value: 'second' },
        { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'step', key: 'token' } } },
      ],
    });
    expect(metadata.annotations['armstead/made-elsewhere']).toBe('secret/step');
  });

  test('is not root where a step before it is, and that step may do only what it says', () => {
    const own = { image: 'ghcr.io/you/own:1.0.0', resources: RESOURCES, asRoot: [Capability.CHOWN] };
    const { spec } = only(aWorkload({ before: { own } }), 'Deployment').spec.template;

    expect(spec.initContainers[0].securityContext).toMatchObject({
      runAsUser: 0,
      runAsNonRoot: false,
      capabilities: { add: ['CHOWN'], drop: ['ALL'] },
    });
    expect(spec.securityContext).toMatchObject({ runAsUser: 1000, runAsNonRoot: true });
  });

  test('that is idle ends at once and gets nothing but a place', () => {
    const { spec } = only(aWorkload({ idle: true }), 'Deployment').spec.template;

    expect(spec.terminationGracePeriodSeconds).toBe(30);
    expect(spec.containers[0]).toMatchObject({ name: 'idle', image: 'ghcr.io/you/shop:1.4.2' });
    expect(spec.containers[0]).not.toHaveProperty('env');
    expect(spec.securityContext).not.toHaveProperty('fsGroup');
  });
});
