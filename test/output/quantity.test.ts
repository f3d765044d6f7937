import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalQuantity } from '../../kubernetes/quantities.ts';
import { Refusal } from '../../output/index.ts';
import { finishedObject, manifestsWith } from './support.ts';

describe('the canonical form of a quantity', () => {
  test.each([
    ['1', '1'],
    ['0', '0'],
    ['0Gi', '0'],
    ['0.5', '500m'],
    ['.5', '500m'],
    ['5.', '5'],
    ['+2', '2'],
    ['-0.5', '-500m'],
    ['1000m', '1'],
    ['1500m', '1500m'],
    ['100000u', '100m'],
    ['1000000n', '1m'],
    ['9223372036854775807', '9223372036854775807'],
    ['1000', '1k'],
    ['1500', '1500'],
    ['1000000', '1M'],
    ['1.5k', '1500'],
    ['1024', '1024'],
    ['1024Mi', '1Gi'],
    ['1000Mi', '1000Mi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Ki', '512'],
    ['1023Ki', '1023Ki'],
    ['0.1Ki', '102400m'],
    ['2048Pi', '2Ei'],
    ['128974848000m', '128974848'],
    ['1e3', '1e3'],
    ['10e3', '10e3'],
    ['1E6', '1e6'],
    ['1e-3', '1e-3'],
    ['9E', '9E'],
  ])('of %s is %s', (written, canonical) => {
    expect(canonicalQuantity(written)).toBe(canonical);
  });

  test.each(['', 'Gi', '1GB', '1 Gi', '1gi', '1Ki2', '1,5', 'a', '0.0001', '1u', '9Ei', '1e', '--1', '1e100'])(
    'does not exist for %j',
    (written) => {
      expect(canonicalQuantity(written)).toBeUndefined();
    },
  );

  test('is its own canonical form, and the same amount', () => {
    const unit = fc.constantFrom('', 'm', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'e3', 'e-3');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 7 }),
        fc.integer({ min: 0, max: 3 }),
        unit,
        (whole, digits, suffix) => {
          const written = `${whole / 10 ** digits}${suffix}`;
          const canonical = canonicalQuantity(written) as string;
          fc.pre(canonical !== undefined);
          expect(canonicalQuantity(canonical)).toBe(canonical);
          expect(amount(canonical) / (amount(written) || 1)).toBeCloseTo(whole === 0 ? 0 : 1, 9);
        },
      ),
    );
  });
});

const UNITS: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** The amount, read in the way that rounds. */
function amount(quantity: string): number {
  const unit = /[A-Za-z]+$/.exec(quantity)?.[0] ?? '';
  return Number(quantity.slice(0, quantity.length - unit.length)) * (UNITS[unit] ?? 1);
}

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
