import { search } from 'jmespath';
import { describe, expect, test } from 'vitest';
import { roleOf } from '../../../constructs/monitoring-stack/dashboard-roles.ts';
import type { SiteInput } from '../../../site/index.ts';
import { type DashboardSignIn, dashboardSignIn } from '../../../site/plan/dashboard-sign-in.ts';
import { aSite } from '../../support/site.ts';

function signInOf(signOn: SiteInput['signOn'], monitoring: SiteInput['monitoring']): DashboardSignIn {
  return dashboardSignIn(aSite({ home: undefined, signOn, monitoring })) as DashboardSignIn;
}

/**
 * The role as Grafana finds it: over each answer of the provider, and each time once more over the groups that Grafana
 * has asked for itself, which only its part for GitHub does.
 */
function role(expression: string, answers: readonly object[], groups: readonly string[] = []): string | undefined {
  for (const data of answers.flatMap((answer) => [answer, { groups }])) {
    const found = evaluated(expression, data);
    if (typeof found === 'string' && found !== '') return found;
  }
  return undefined;
}

function evaluated(expression: string, data: object): unknown {
  try {
    return search(data, expression);
  } catch {
    return undefined;
  }
}

describe('with GitHub', () => {
  const expression = roleOf(
    signInOf(
      { provider: 'github', organisation: 'you' },
      { editors: { teams: ['family'] }, admins: { teams: ['ops', 'owners'] } },
    ),
  );
  const somebody = [{ id: 1, login: 'ana', email: null }];

  test('the role is asked of the teams in the form in which Grafana lists them', () => {
    expect(expression).toBe(
      "((contains(groups[*], '@you/ops') || contains(groups[*], '@you/owners')) && 'Admin' || " +
        "contains(groups[*], '@you/family') && 'Editor' || 'Viewer')",
    );
  });

  test.each([
    ['in a team of admins', ['@you/owners', '@you/family'], 'Admin'],
    ['in a team of editors', ['@you/family'], 'Editor'],
    ['in a team of that name elsewhere', ['@they/ops'], 'Viewer'],
    ['in no team', [], 'Viewer'],
  ])('who is %s gets the role', (_, groups, expected) => {
    expect(role(expression, somebody, groups)).toBe(expected);
  });

  test('without editors and admins everybody in the organisation looks', () => {
    expect(roleOf(signInOf({ provider: 'github', organisation: 'you' }, {}))).toBe("('Viewer')");
  });
});

describe('with Google', () => {
  const expression = roleOf(
    signInOf(
      { provider: 'google', mails: ['ana@example.net', "o'neil@example.net"], mailDomains: ['example.org'] },
      { admins: { mails: ["o'neil@example.net"] } },
    ),
  );

  test.each([
    ["o'neil@example.net", 'Admin'],
    ['ana@example.net', 'Viewer'],
    ['anybody@example.org', 'Viewer'],
    ['anybody@notexample.org', undefined],
    ['ana@example.net.example.com', undefined],
    [undefined, undefined],
  ])('%s is %s', (email, expected) => {
    expect(role(expression, [{ sub: '1', email }])).toBe(expected);
  });
});

describe('with a provider of OpenID Connect', () => {
  const endpoints = {
    authorization: 'https://id.example.org/auth',
    token: 'https://id.example.org/token',
    userinfo: 'https://id.example.org/userinfo',
  };
  const provider = { provider: 'oidc', issuer: 'https://id.example.org', endpoints, groupsClaim: 'roles' } as const;
  const expression = roleOf(
    signInOf(
      { ...provider, mailDomains: ['example.org'], teams: ['family', 'ops'] },
      { editors: { teams: ['writers'] }, admins: { teams: ['ops'], mails: ['ana@example.org'] } },
    ),
  );
  const somebody = { sub: '1', email: 'ben@example.org' };

  test.each([
    ['an admin by a group', { ...somebody, roles: ['ops'] }, 'Admin'],
    ['an admin by an address', { ...somebody, email: 'ana@example.org', roles: [] }, 'Admin'],
    [
      'an admin by an address that the provider doubts',
      { sub: '1', email: 'ana@example.org', email_verified: false, roles: ['ops'] },
      undefined,
    ],
    ['an editor', { ...somebody, roles: ['family', 'writers'] }, 'Editor'],
    ['a viewer', { ...somebody, roles: ['family'] }, 'Viewer'],
    ['a stranger in another group', { ...somebody, roles: ['guests'] }, undefined],
    ['a stranger with a group whose name only contains one', { ...somebody, roles: 'family-of-others' }, undefined],
    ['a stranger of another domain', { ...somebody, email: 'ben@example.com', roles: ['family'] }, undefined],
    ['a stranger without groups', somebody, undefined],
  ])('%s is told', (_, answer, expected) => {
    expect(role(expression, [answer])).toBe(expected);
  });

  test('groups that stand only in the second answer count', () => {
    expect(role(expression, [somebody, { ...somebody, roles: ['ops'] }])).toBe('Admin');
    const named = roleOf(
      signInOf({ ...provider, groupsClaim: 'groups', mailDomains: ['*'] }, { admins: { teams: ['ops'] } }),
    );
    expect(role(named, [{ sub: '1' }, { sub: '1', groups: ['ops'] }])).toBe('Admin');
  });

  test('where everybody may sign on everybody looks', () => {
    const expression = roleOf(signInOf({ ...provider, mailDomains: ['*'] }, {}));
    expect(expression).toBe("sub && email_verified != `false` && ('Viewer')");
    expect(role(expression, [{ sub: '1' }])).toBe('Viewer');
  });
});
