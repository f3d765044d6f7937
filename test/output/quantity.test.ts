import { describe, expect, test } from 'vitest';
import { Refusal } from '../../output/index.ts';
import { finishedObject, manifestsWith } from './support.ts';

describe('quantities of built-in kinds are written in canonical form', () => {
  const container = {
    name: 'a',
    resources: { requests: { cpu: 2, memory: '1024Mi' }, limits: { cpu: '1500m', memory: '1.5Gi' } },
  };
  const canonical = {
    name: 'a',
    resources: { limits: { cpu: '1500m', memory: '1536Mi' }, requests: { cpu: '2', memory: '1Gi' } },
  };

  test('in containers of every sort, wherever the template of the pod is', () => {
    const spec = { containers: [container], initContainers: [container] };
    const finished = { containers: [canonical], initContainers: [canonical] };
    expect(finishedObject({ kind: 'Pod', spec }).spec).toEqual(finished);
    expect(finishedObject({ apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { spec } } }).spec).toEqual({
      template: { spec: finished },
    });
  });

  test.each([
    [
      'a claim',
      'PersistentVolumeClaim',
      { resources: { requests: { storage: '1024Mi' } } },
      { resources: { requests: { storage: '1Gi' } } },
    ],
    ['a volume', 'PersistentVolume', { capacity: { storage: '1024Mi' } }, { capacity: { storage: '1Gi' } }],
    [
      'a quota',
      'ResourceQuota',
      { hard: { 'limits.cpu': '2000m', pods: 5 } },
      { hard: { 'limits.cpu': '2', pods: '5' } },
    ],
    [
      'a limit range',
      'LimitRange',
      { limits: [{ default: { cpu: '0.5' }, max: { cpu: 2 } }] },
      { limits: [{ default: { cpu: '500m' }, max: { cpu: '2' } }] },
    ],
    [
      'a volume of a pod',
      'Pod',
      { volumes: [{ emptyDir: { sizeLimit: '1024Mi' } }] },
      { volumes: [{ emptyDir: { sizeLimit: '1Gi' } }] },
    ],
  ])('in %s', (_, kind, spec, expected) => {
    expect(finishedObject({ kind, spec }).spec).toEqual(expected);
  });

  test('in the targets of an autoscaler, whose percentages stay numbers', () => {
    const spec = { metrics: [{ resource: { target: { averageValue: '1024Mi', averageUtilization: 80 } } }] };
    const finished = finishedObject({ apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', spec }).spec;
    expect(finished).toEqual({ metrics: [{ resource: { target: { averageValue: '1Gi', averageUtilization: 80 } } }] });
  });

  test.each([
    ['argoproj.io/v1alpha1', 'Application'],
    ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ])('but %s %s stays as it is', (apiVersion, kind) => {
    const spec = { values: { resources: { limits: { memory: '1024Mi' } } } };
    expect(finishedObject({ apiVersion, kind, spec }).spec).toEqual(spec);
  });

  test('and what is none is refused, each with its field', () => {
    const spec = { containers: [{ resources: { limits: { memory: '512MB', cpu: 'half' }, requests: { cpu: true } } }] };
    expect(() => manifestsWith({ kind: 'Pod', metadata: { name: 'a' }, spec })).toThrow(
      new Refusal(`3 problems with the constructs, nothing was written

  shop/Object-0
    spec.containers[0].resources.limits.cpu: "half" is no quantity
    write a number with a unit of Kubernetes, such as 250m, 2 or 512Mi
    spec.containers[0].resources.limits.memory: "512MB" is no quantity
    write a number with a unit of Kubernetes, such as 250m, 2 or 512Mi
    spec.containers[0].resources.requests.cpu: true is no quantity
    write a number with a unit of Kubernetes, such as 250m, 2 or 512Mi
`),
    );
  });
});
