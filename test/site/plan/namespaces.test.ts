import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { platformNamespaces, podSecurityLabels, teamNamespace } from '../../../site/plan/namespaces.ts';
import { aName, aWord } from '../support/names.ts';

/** The lengths that the schema allows. */
const aTeam = aName(20);
const anEnvironment = aWord(12);

describe('the namespaces of the platform', () => {
  test('are restricted, but for those whose pods look after the nodes themselves or borrow their identity', () => {
    const levels = Object.values(platformNamespaces).map(({ name, podSecurity }) => [name, podSecurity]);
    expect(levels).toEqual([
      ['argocd', 'restricted'],
      ['edge', 'restricted'],
      ['cert-manager', 'restricted'],
      ['signon', 'restricted'],
      ['home', 'restricted'],
      ['monitoring', 'restricted'],
      ['agents', 'privileged'],
      ['access', 'restricted'],
      ['secrets', 'privileged'],
      ['storage', 'privileged'],
    ]);
  });

  test('have names of one word, which no team can have in an environment, where upstream does not name them', () => {
    const names = Object.values(platformNamespaces).map(({ name }) => name);
    expect(names.filter((name) => name.includes('-'))).toEqual(['cert-manager']);
  });
});

describe('the namespace of a team in an environment', () => {
  test('has both names in it and is restricted', () => {
    expect(teamNamespace('shop', 'prod')).toEqual({
      name: 'shop-prod',
      podSecurity: 'restricted',
      owner: { kind: 'team', team: 'shop', environment: 'prod' },
    });
  });

  test('belongs to no other team and no other environment', () => {
    fc.assert(
      fc.property(aTeam, anEnvironment, aTeam, anEnvironment, (team, environment, otherTeam, otherEnvironment) => {
        fc.pre(team !== otherTeam || environment !== otherEnvironment);
        expect(teamNamespace(team, environment).name).not.toBe(teamNamespace(otherTeam, otherEnvironment).name);
      }),
    );
  });

  test('leaves 30 characters of a label for what is added to it, at the least', () => {
    fc.assert(
      fc.property(aTeam, anEnvironment, (team, environment) => {
        expect(teamNamespace(team, environment).name.length).toBeLessThanOrEqual(63 - 30);
      }),
    );
  });
});

test('the level of a namespace is enforced, and warned of', () => {
  expect(podSecurityLabels({ podSecurity: 'restricted' })).toEqual({
    'pod-security.kubernetes.io/enforce': 'restricted',
    'pod-security.kubernetes.io/warn': 'restricted',
  });
});
