import { describe, expect, test } from 'vitest';
import { guardOf } from '../../../site/plan/guards.ts';
import { aSite } from '../../support/site.ts';

describe('the guard of a service', () => {
  const site = aSite();

  test.each([
    ['its password file', { exposure: 'public', guard: 'basic', passwords: 'p' }, { kind: 'basic', secret: 'p' }],
    ['the sign-on', { exposure: 'public', guard: 'sso' }, { kind: 'sign-on', groups: [], mails: [] }],
    [
      'the sign-on for a team and a person',
      { exposure: 'public', guard: 'sso', allow: { teams: ['family'], mails: ['ana@example.org'] } },
      { kind: 'sign-on', groups: ['you:family'], mails: ['ana@example.org'] },
    ],
    ['nobody, if it says so', { exposure: 'public', guard: 'none' }, { kind: 'none' }],
    ['nobody at home', { exposure: 'home' }, { kind: 'none' }],
  ] as const)('is %s', (_, reach, guard) => {
    expect(guardOf(site, reach as Parameters<typeof guardOf>[1])).toEqual(guard);
  });

  test.each([
    ['a password file without a name', site, { exposure: 'public', guard: 'basic' }],
    ['a sign-on that the site has not', { signOn: undefined }, { exposure: 'public', guard: 'sso' }],
    ['none, unsaid', site, { exposure: 'public' }],
  ] as const)('is never left out for %s', (_, { signOn }, reach) => {
    expect(() => guardOf({ signOn }, reach as Parameters<typeof guardOf>[1])).toThrow('lacks what it needs');
  });
});
