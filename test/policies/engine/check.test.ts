import { describe, expect, test } from 'vitest';
import { eachContainer, eachObject } from '../../../policies/engine/each.ts';
import { check, type Policy } from '../../../policies/index.ts';
import { expected } from '../support/cases.ts';
import { aConfigMap, aNamespace, aPriorityClass, subjectsOf } from '../support/objects.ts';
import { aPlan, aSiteOf } from '../support/site.ts';
import { aPlanOf, aSoundSite } from '../support/sound-site.ts';
import { aContainer, aDeployment } from '../support/workloads.ts';

const TEXT = { id: 'maps-are-called-a', title: 'Maps are called a.', why: 'For this test.' };

const mapsAreCalledA: Policy = {
  ...TEXT,
  check: eachObject(({ object: { kind, metadata } }) =>
    kind !== 'ConfigMap' || metadata.name === 'a'
      ? []
      : [{ path: ['metadata', 'name'], found: metadata.name, rule: 'is not a', fix: 'write a' }],
  ),
};

describe('check', () => {
  test('finds nothing in a site that keeps every policy', () => {
    expect(check(aSoundSite(), aPlanOf(aSoundSite()))).toEqual({ findings: [], exceptions: [] });
  });

  test('collects the findings of every policy, in the order of the policies', () => {
    const { findings } = check(
      subjectsOf([
        aNamespace('shop', 'strict'),
        aPriorityClass(),
        aDeployment({ container: { image: 'web:1.4.2' }, pod: { priorityClassName: 'platform' } }),
      ]),
      aPlan(),
    );
    expect(findings.map(({ policy }) => policy)).toEqual(['images-are-exact', 'namespaces-are-restricted']);
  });

  test('names the object, the place in it, what was found, the rule and what to write', () => {
    const subjects = subjectsOf([aConfigMap('b')]);
    expect(check(subjects, aPlan(), [mapsAreCalledA]).findings).toEqual([
      {
        policy: 'maps-are-called-a',
        subject: subjects[0],
        path: ['metadata', 'name'],
        found: 'b',
        rule: 'is not a',
        fix: 'write a',
      },
    ]);
  });

  test('leads a rule over containers to their place in whatever workload', () => {
    const policy: Policy = {
      ...TEXT,
      check: eachContainer(({ container }) => [{ path: ['name'], found: container.name, rule: 'is found', fix: '' }]),
    };
    const deployment = aDeployment({ pod: { initContainers: [aContainer({ name: 'prepare' })] } });
    const { findings } = check(subjectsOf([deployment]), aPlan(), [policy]);
    expect(findings.map(expected).map(({ path, found }) => [path, found])).toEqual([
      ['spec.template.spec.initContainers[0].name', 'prepare'],
      ['spec.template.spec.containers[0].name', 'web'],
    ]);
  });

  test('looks at a site without objects', () => {
    expect(check([], aPlan(aSiteOf('a', 'b')))).toEqual({ findings: [], exceptions: [] });
  });
});

describe('a policy that throws', () => {
  const FIX = 'write fields of the types that the Kubernetes API has; if they are right, report the policy as wrong';

  test('becomes a finding about the object at which it threw, and the others are still looked at', () => {
    const broken = { ...aConfigMap('broken'), data: 'text' };
    const policy: Policy = {
      ...TEXT,
      check: eachObject(({ object }) => {
        if (typeof object.data === 'string') throw new TypeError('data is text');
        return [{ path: [], found: object.metadata.name, rule: 'was looked at', fix: '' }];
      }),
    };
    const { findings } = check(subjectsOf([aConfigMap('one'), broken, aConfigMap('two')]), aPlan(), [policy]);
    expect(findings.map(expected)).toEqual([
      { in: 'ConfigMap shop/one', path: '', found: 'one', rule: 'was looked at', fix: '' },
      { in: 'ConfigMap shop/broken', path: '', found: 'data is text', rule: 'stopped the policy', fix: FIX },
      { in: 'ConfigMap shop/two', path: '', found: 'two', rule: 'was looked at', fix: '' },
    ]);
  });

  test('becomes a finding about the site where it threw outside every object, and the other policies are still held', () => {
    const policy: Policy = {
      ...TEXT,
      id: 'always-throws',
      check: () => {
        throw new RangeError('too far');
      },
    };
    const { findings } = check(subjectsOf([aConfigMap('b')]), aPlan(), [policy, mapsAreCalledA]);
    expect(findings.map(({ policy: id, found, rule }) => ({ id, found, rule }))).toEqual([
      { id: 'always-throws', found: 'too far', rule: 'stopped the policy' },
      { id: 'maps-are-called-a', found: 'b', rule: 'is not a' },
    ]);
  });

  test('is what a field of the wrong type comes to, in every policy that reads it', () => {
    const { findings } = check(subjectsOf([aNamespace(), aDeployment({ container: { env: 'A=1' } })]), aPlan());
    const stopped = findings.filter(({ rule }) => rule === 'stopped the policy');
    expect(stopped.map(({ subject }) => subject?.file)).toContain('deployment.web.yaml');
  });
});
