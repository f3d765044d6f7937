import { describe, expect, test } from 'vitest';
import { type PersonName, people, type SiteName, sites } from '../../../support/sign-on/people.ts';
import { answersOf, expressionOf, role } from '../../../support/sign-on/role.ts';
import { columns, differences, letIn, table } from '../../../support/sign-on/verdicts.ts';

const everybody = Object.keys(people) as PersonName[];

describe('with GitHub', () => {
  const expression = expressionOf({
    signOn: { provider: 'github', organisation: 'you' },
    monitoring: { editors: { teams: ['family'] }, admins: { teams: ['ops', 'owners'] } },
  });
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
    const signOn = { provider: 'github', organisation: 'you' } as const;
    expect(expressionOf({ signOn, monitoring: {} })).toBe("('Viewer')");
  });
});

describe('with Google', () => {
  const expression = expressionOf({
    signOn: { provider: 'google', mails: ['ana@example.net', "o'neil@example.net"], mailDomains: ['example.org'] },
    monitoring: { admins: { mails: ["o'neil@example.net"] } },
  });

  test.each([
    ["o'neil@example.net", 'Admin'],
    ["O'Neil@Example.net", 'Admin'],
    ['ana@example.net', 'Viewer'],
    ['Ana@Example.net', 'Viewer'],
    ['anybody@example.org', 'Viewer'],
    ['Anybody@EXAMPLE.ORG', 'Viewer'],
    ['anybody@notexample.org', undefined],
    ['ana@example.net.example.com', undefined],
    [undefined, undefined],
  ])('%s is %s', (email, expected) => {
    expect(role(expression, [{ sub: '1', email }])).toBe(expected);
  });
});

describe('with a provider of OpenID Connect', () => {
  test.each(everybody)('the role is the one of the table: %s', (person) => {
    const answers = answersOf(people[person]);
    const found = columns.map((site) => role(expressionOf(sites[site]), answers) ?? '-');
    expect(Object.fromEntries(columns.map((site, index) => [site, found[index]]))).toEqual(
      Object.fromEntries(columns.map((site, index) => [site, table[person][index]])),
    );
  });

  test('Grafana lets in whom the sign-on lets in, in all but four of 120 cases that are wanted', () => {
    const cases = everybody.flatMap((person) => columns.map((site) => ({ person, site })));
    expect(cases).toHaveLength(120);
    const differ = cases.filter(({ person, site }) => letIn(person, site) !== (roleAt(person, site) !== undefined));
    expect(differ).toEqual([
      { person: 'no groups in the ID token, some in the second answer', site: 'team' },
      { person: 'no groups in the ID token, some in the second answer', site: 'path' },
      { person: 'groups in the ID token, address in the second answer', site: 'team' },
      { person: 'groups in the ID token, address in the second answer', site: 'path' },
    ]);
    expect(Object.values(differences).every(({ why }) => why.length > 40)).toBe(true);
  });

  test('an address decides nothing where the provider doubts it, whatever the other answers say', () => {
    const doubted = everybody.filter((person) => person.startsWith('doubted'));
    expect(doubted).toHaveLength(5);
    expect(doubted.flatMap((person) => columns.filter((site) => roleAt(person, site) !== undefined))).toEqual([]);
  });

  test('where everybody may sign on everybody with an address looks', () => {
    expect(expressionOf({ signOn: sites.mail.signOn, monitoring: {} })).toBe(
      'sub && email && ' +
        "(email_verified == `null` || contains(['true', 'True', 'TRUE', 't', 'T', '1'], to_string(email_verified))) && " +
        "!(exp && (scope || scp || client_id)) && ('Viewer')",
    );
  });
});

function roleAt(person: PersonName, site: SiteName): string | undefined {
  return role(expressionOf(sites[site]), answersOf(people[person]));
}
