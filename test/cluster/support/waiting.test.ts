import { describe, expect, test } from 'vitest';
import { whyClaimWaits, whyPodWaits, whyWorkloadWaits } from './waiting.ts';

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'metrics', namespace: 'monitoring' } };
const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'metrics', generation: 2 } };
const daemonSet = { ...deployment, kind: 'DaemonSet' };

describe('the wait for pods', () => {
  test('ends when a pod is ready or has done its work', () => {
    const ready = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' as const }] };
    expect(whyPodWaits({ ...pod, spec: { containers: [] }, status: ready })).toBeUndefined();
    expect(whyPodWaits({ ...pod, spec: { containers: [] }, status: { phase: 'Succeeded' } })).toBeUndefined();
  });

  test('says why the scheduler finds no node', () => {
    const message = '0/1 nodes are available: 1 Insufficient cpu.';
    const conditions = [{ type: 'PodScheduled', status: 'False' as const, message }];
    expect(whyPodWaits({ ...pod, spec: { containers: [] }, status: { phase: 'Pending', conditions } })).toBe(
      'is Pending on no node; PodScheduled: 0/1 nodes are available: 1 Insufficient cpu.',
    );
  });

  test('says what a container of a scheduled pod waits for', () => {
    const waiting = { reason: 'ErrImagePull', message: 'no such tag' };
    const status = { phase: 'Pending', containerStatuses: [{ name: 'metrics', state: { waiting } }] };
    expect(whyPodWaits({ ...pod, spec: { nodeName: 'worker', containers: [] }, status })).toBe(
      'is Pending on worker; container metrics: ErrImagePull, no such tag',
    );
  });

  test('goes on while a pod runs without being ready', () => {
    const conditions = [{ type: 'Ready', status: 'False' as const, message: 'containers with unready status' }];
    const status = { phase: 'Running', conditions };
    expect(whyPodWaits({ ...pod, spec: { nodeName: 'worker', containers: [] }, status })).toBe(
      'is Running on worker; Ready: containers with unready status',
    );
  });
});

describe('the wait for pods that read a placeholder', () => {
  test('ends at a node, since the program itself may rightly refuse to start', () => {
    const crashing = { ...pod, spec: { nodeName: 'worker', containers: [] }, status: { phase: 'Pending' } };
    expect(whyPodWaits(crashing, true)).toBeUndefined();
    expect(whyPodWaits({ ...crashing, spec: { containers: [] } }, true)).toBe('is Pending on no node');
  });

  test('goes on until the pods of their workload were made', () => {
    const status = { observedGeneration: 2, replicas: 1, readyReplicas: 0 };
    expect(whyWorkloadWaits({ ...deployment, spec: { replicas: 1 }, status }, true)).toBeUndefined();
    expect(whyWorkloadWaits({ ...deployment, spec: { replicas: 2 }, status }, true)).toBe('has 1 of 2 pods made');
  });
});

describe('the wait for workloads', () => {
  test('ends when all pods of the newest generation are ready', () => {
    const status = { observedGeneration: 2, readyReplicas: 1 };
    expect(whyWorkloadWaits({ ...deployment, spec: { replicas: 1 }, status })).toBeUndefined();
    const scheduled = { observedGeneration: 2, desiredNumberScheduled: 2, numberReady: 2 };
    expect(whyWorkloadWaits({ ...daemonSet, spec: {}, status: scheduled })).toBeUndefined();
  });

  test('goes on until the controller has seen the newest generation', () => {
    const status = { observedGeneration: 1, readyReplicas: 1 };
    expect(whyWorkloadWaits({ ...deployment, spec: { replicas: 1 }, status })).toBe(
      'was not looked at by its controller',
    );
  });

  test('says why pods were refused, which leaves no pod that could say it', () => {
    const message = 'violates PodSecurity "restricted:latest"';
    const conditions = [{ type: 'ReplicaFailure', status: 'True' as const, message }];
    expect(
      whyWorkloadWaits({ ...deployment, spec: { replicas: 1 }, status: { observedGeneration: 2, conditions } }),
    ).toBe('has 0 of 1 pods ready; violates PodSecurity "restricted:latest"');
  });

  test('goes on for a DaemonSet that no node takes', () => {
    const status = { observedGeneration: 2, desiredNumberScheduled: 0, numberReady: 0 };
    expect(whyWorkloadWaits({ ...daemonSet, spec: {}, status })).toBe(
      'wants no pod: no node takes it, or it requests none',
    );
  });
});

test('the wait for claims names the volume that a claim wants', () => {
  const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'metrics-a' } };
  expect(whyClaimWaits({ ...claim, spec: { volumeName: 'lost' }, status: { phase: 'Pending' } })).toBe(
    'is Pending, wants the volume lost',
  );
  expect(whyClaimWaits({ ...claim, spec: {}, status: { phase: 'Bound' } })).toBeUndefined();
});
