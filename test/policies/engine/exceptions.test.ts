import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { eachObject } from '../../../policies/engine/each.ts';
import { check, type Policy } from '../../../policies/index.ts';
import { expected } from '../support/cases.ts';
import { aConfigMap, anObject, subjectsOf } from '../support/objects.ts';
import { aPlan } from '../support/site.ts';

const notAllowed = (id: string, absolute?: string): Policy => ({
  id,
  title: 'Bad maps are not allowed.',
  why: 'For this test.',
  ...(absolute && { absolute }),
  check: eachObject(({ object: { metadata } }) =>
    metadata.name.startsWith('bad')
      ? [{ path: ['metadata', 'name'], found: metadata.name, rule: 'is bad', fix: 'write good' }]
      : [],
  ),
});

const POLICIES = [
  notAllowed('first-policy'),
  notAllowed('second-policy'),
  notAllowed('hard-policy', 'nothing would work'),
];
const REASON = 'an old machine needs it';

const mapWith = (name: string, annotations: Readonly<Record<string, string>>): KubeObject =>
  anObject('v1', 'ConfigMap', name, { metadata: { annotations } });

const verdict = (...objects: readonly KubeObject[]) => check(subjectsOf(objects), aPlan(), POLICIES);
const faults = (...objects: readonly KubeObject[]) =>
  verdict(...objects)
    .findings.filter(({ policy }) => policy === 'exceptions-hold')
    .map(expected);

describe('an exception', () => {
  test('lets one object break one policy, and is listed with its reason', () => {
    const excepted = mapWith('bad', { 'armstead/except.first-policy': REASON });
    const { findings, exceptions } = verdict(excepted, aConfigMap('bad-too'));
    expect(findings.map(({ policy, found }) => `${policy}: ${found}`)).toEqual([
      'first-policy: bad-too',
      'second-policy: bad',
      'second-policy: bad-too',
      'hard-policy: bad',
      'hard-policy: bad-too',
    ]);
    expect(exceptions.map(({ policy, subject, reason }) => [policy, subject.object, reason])).toEqual([
      ['first-policy', excepted, REASON],
    ]);
  });

  test('that excepts nothing is a finding, so that it does not outlive its cause', () => {
    expect(faults(mapWith('good', { 'armstead/except.first-policy': REASON }))).toEqual([
      {
        in: 'ConfigMap shop/good',
        path: "metadata.annotations['armstead/except.first-policy']",
        found: REASON,
        rule: 'excepts nothing: the object keeps this policy',
        fix: 'remove the exception',
      },
    ]);
  });

  test('needs three words of reason', () => {
    expect(faults(mapWith('bad', { 'armstead/except.first-policy': 'Galera needs root' }))).toEqual([]);
  });

  test.each(['', 'needed', 'it is'])('whose reason is %o is a finding', (reason) => {
    const objects = mapWith('bad', { 'armstead/except.first-policy': reason });
    expect(faults(objects)).toEqual([
      {
        in: 'ConfigMap shop/bad',
        path: "metadata.annotations['armstead/except.first-policy']",
        found: reason === '' ? "''" : reason,
        rule: 'is no reason',
        fix: 'write why this object may break the rule, in a sentence',
      },
    ]);
    expect(verdict(objects).findings.map(({ policy }) => policy)).toContain('first-policy');
  });

  test('from a policy that does not exist is a finding', () => {
    expect(faults(mapWith('good', { 'armstead/except.frist-policy': REASON }))).toEqual([
      {
        in: 'ConfigMap shop/good',
        path: "metadata.annotations['armstead/except.frist-policy']",
        found: 'frist-policy',
        rule: 'is not the id of a policy',
        fix: 'did you mean first-policy?',
      },
    ]);
  });

  test('from a policy that allows none is a finding, and the breach remains one', () => {
    const excepted = mapWith('bad', { 'armstead/except.hard-policy': REASON });
    expect(faults(excepted)).toEqual([
      {
        in: 'ConfigMap shop/bad',
        path: "metadata.annotations['armstead/except.hard-policy']",
        found: 'hard-policy',
        rule: 'allows no exception: nothing would work',
        fix: 'remove the exception and its cause',
      },
    ]);
    expect(verdict(excepted).findings.map(({ policy }) => policy)).toContain('hard-policy');
  });

  test('from the rules of exceptions is none', () => {
    expect(faults(mapWith('good', { 'armstead/except.exceptions-hold': REASON })).map(({ rule }) => rule)).toEqual([
      'is not the id of a policy',
    ]);
  });
});
