import { describe, expect, test } from 'vitest';
import { parseSite, reportText } from '../../site/index.ts';
import type { Rule } from '../../site/rules/rule.ts';
import { own, ownHome } from '../fixtures/base.ts';
import { callsOf, sumOf } from '../support/calls.ts';
import { rulesOfTests } from '../support/rules.ts';

type Mistaken = (index: number) => readonly [name: string, service: unknown];

/** Services with several mistakes each, of every kind that a report tells: those of one field and those of several. */
const MISTAKES: readonly Mistaken[] = [
  (index) => [`word-${index}`, { address: '192.168.4.20:80', exposure: 'pubic', guard: 'basc', hots: 'x' }],
  (index) => [`host-${index}`, { address: '10.9.4.20:80', exposure: 'public', host: 'www.example.net' }],
  (index) => [`same-${index}`, { address: '192.168.4.20:80', exposure: 'home', host: 'same', allowFrom: ['', 1] }],
  (index) => [`text-${index}`, { address: '192.168.4.20:80\u202e', exposure: new Date(index), rate: Symbol('x') }],
  (index) => [`what-${index}`, undefined],
];

/** Services under names that are none: a wrong name leaves open what the rules between fields would say. */
const MISNAMED: Mistaken = (index) => [`Name ${index}`, { address: '192.168.4.20', exposure: null, other: 1 }];

/** So many services of each kind. */
function services(count: number, kinds: readonly Mistaken[]): object {
  const all = Array.from({ length: count }, (_, index) => kinds.map((mistake) => mistake(index)));
  return { ...own, home: { ...ownHome, services: Object.fromEntries(all.flat()) } };
}

/** Steps from the input to the printed refusal, of as many problems as are expected. */
async function stepsFor(site: object, problems: number, rules: readonly Rule[] = rulesOfTests): Promise<number> {
  const calls = await callsOf(() => {
    const parsed = parseSite(site, rules);
    if (parsed.ok) throw new Error('the site is accepted');
    const [title] = reportText(parsed.problems).split('\n', 1);
    expect(title).toBe(`platform.ts: ${problems} problems, nothing was written`);
  });
  return sumOf(calls);
}

describe('a refusal', () => {
  test.each([
    // That they have the same host is told of all services but the first.
    { what: '1,000 services with mistakes takes twice the steps of 500', kinds: MISTAKES, each: 13, shared: 1 },
    { what: '200 services under wrong names takes twice the steps of 100', kinds: [MISNAMED], each: 4, shared: 0 },
  ])('of $what', { timeout: 120_000 }, async ({ kinds, each, shared }) => {
    const steps = (count: number) => stepsFor(services(count, kinds), count * each - shared);
    const growth = (await steps(200)) / (await steps(100));
    expect(growth).toBeGreaterThan(1.9);
    expect(growth).toBeLessThan(2.1);
  });

  test('that looked at all services for each service would be seen: it takes more than twice the steps for twice the services', async () => {
    const quadratic: Rule = {
      id: 'looks-at-all-for-each',
      conflicts: ({ home }) => {
        const all = Object.values(home?.services ?? {});
        return all.filter((one) => all.filter((other) => other.host === one.host).length < 0).map(() => ({}) as never);
      },
    };
    const [first = MISNAMED] = MISTAKES;
    const steps = (count: number) => stepsFor(services(count, [first]), count * 3, [quadratic]);
    expect((await steps(2000)) / (await steps(1000))).toBeGreaterThan(2.3);
  });
});
