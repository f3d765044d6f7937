import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { SiteInput } from '../../site/index.ts';
import { siteSchema } from '../../site/site.ts';
import example from '../fixtures/example.ts';
import { acceptedSites } from '../fixtures/read.ts';
import { manifestsOfPlan } from '../support/site.ts';
import { BESIDES, LABELS } from './besides.ts';
import { Effects, type Outcome } from './effects.ts';
import { type Place, placesOf, titleOf, triedPlaces } from './places.ts';
import { distText, foldersOf, outcomeOf, planOf, WHOLE } from './products.ts';

const accepted = [...(await acceptedSites()), { name: 'the example', site: example }];

/** Sites that state the most come first: most places are there. */
const sites = [
  ...accepted.filter(({ name }) => name.startsWith('everything')),
  ...accepted.filter(({ name }) => !name.startsWith('everything')),
];

/** The same without teams, in which a change elsewhere is seen in half the time. */
const withoutTeams = sites.map(({ name, site }) => {
  const { teams: _, registries: __, ...others } = site as SiteInput;
  return { name, site: others };
});

const all = placesOf(siteSchema);
const places = triedPlaces(all);
const ofTeams = new Effects(sites, outcomeOf, WHOLE);
const ofOthers = new Effects([...withoutTeams, ...sites], outcomeOf, WHOLE);

function effectsOn({ path: [section = ''] }: Place): Effects {
  return ['teams', 'registries'].includes(section) ? ofTeams : ofOthers;
}

describe('a change in platform.ts shows in dist/, the cloud, the DNS, the secrets, at home or in what a synth tells', () => {
  const effective = places.filter((place) => !Object.hasOwn(LABELS, titleOf(place)));

  test.each(effective.map((place) => [titleOf(place), place] as const))('%s', (_title, place) => {
    expect(effectsOn(place).complaint(place)).toBe('');
  });

  test.each(Object.entries(LABELS))('but not %s: %s', (title) => {
    const place = places.find((one) => titleOf(one) === title);
    expect(place && effectsOn(place).complaint(place)).toMatch(/^makes no difference to anything/);
  });

  test('and nothing is written beside a change that there is no more', () => {
    const titles = places.map(titleOf);
    expect(Object.keys(BESIDES).filter((title) => !titles.includes(title))).toEqual([]);
  });

  test('an environment is tried at each of its fields, at each name and at each field of a process', () => {
    const left = all.filter((place) => !places.includes(place)).map(({ path }) => path.slice(6).join('.'));
    const lists = ['allowFrom.[]', 'blockFrom.[]', 'command.[]', 'secrets.[]', 'uses.[]'];
    const process = ['command.[]', 'size.cpu', 'size.memory'];
    expect([...new Set(left)].sort()).toEqual(
      [
        ...lists,
        ...['allow.mails', 'allow.mails.[]', 'allow.teams', 'allow.teams.[]', 'size.cpu', 'size.memory'],
        ...['health.alive', 'health.ready', 'health.warm', 'health.warm.path', 'health.warm.within'],
        ...['cron', 'tasks', 'workers'].flatMap((kind) => process.map((field) => `${kind}.*.${field}`)),
      ].sort(),
    );
  });

  test('a folder that is made alone is what it is among the others', () => {
    const plan = planOf(sites[0]?.site);
    const whole = manifestsOfPlan(plan);
    for (const [name, text] of Object.entries(foldersOf(plan))) {
      const own = plan.folders.find(({ id }) => name === `dist/ by ${id}`)?.id;
      expect(text()).toBe(distText(whole.filter(({ construct }) => construct.split('/')[0] === own)));
    }
  });
});

describe('of a schema of a few fields', () => {
  const schema = z.strictObject({
    read: z.string(),
    idle: z.string(),
    single: z.string(),
    odd: z.number(),
    word: z.enum(['loud', 'soft', 'mute']),
    names: z.record(z.string(), z.number()).default({}),
    list: z.array(z.boolean()).optional(),
    kind: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('round'), radius: z.number() }),
      z.strictObject({ is: z.literal('square'), side: z.number().optional() }),
    ]),
    only: z.enum(['one']).default('one'),
  });
  const shared = { idle: 'a', single: 's', odd: 1, word: 'loud', kind: { is: 'round', radius: 1 } };
  const small = [
    { name: 'first', site: { ...shared, read: 'a', names: { ada: 1 }, list: [true] } },
    { name: 'second', site: { ...shared, read: 'b', idle: 'b', odd: 2, names: { bob: 2 }, list: [true, false] } },
    { name: 'third', site: { ...shared, read: 'b', odd: 3, kind: { is: 'square', side: 1 } } },
  ];
  const found = new Effects(small, (input) => heard(schema.safeParse(input)));

  /** Takes odd numbers from 1 to 2, hears `mute` as `soft`, sees no name in `names`, and knows nothing of `idle`. */
  function heard({ data: site }: { readonly data?: z.output<typeof schema> }): Outcome {
    if (!site) return { refused: 'the schema says no' };
    if (site.odd === 2 && site.read === 'a') return { refused: 'one and three are odd' };
    const { read, word, names, list = [], kind, odd } = site;
    return {
      products: {
        text: () => [read, word === 'loud' ? 'loud' : 'soft', Object.values(names), list, odd % 2].join(),
        form: () => JSON.stringify(kind),
      },
    };
  }

  test('every change is found, one for each word and kind', () => {
    expect(placesOf(schema).map(titleOf)).toEqual([
      'read: another value',
      'idle: another value',
      'single: another value',
      'odd: another value',
      'word: another word, loud',
      'word: another word, soft',
      'word: another word, mute',
      'names: left out',
      'names: another name',
      'names.*: another value',
      'list: left out',
      'list: one more item',
      'list[]: another word, true',
      'list[]: another word, false',
      'kind: another kind, is round',
      'kind.radius of is round: another value',
      'kind: another kind, is square',
      'kind.side of is square: left out',
      'kind.side of is square: another value',
    ]);
  });

  test('those without effect are named, and those that no site can show', () => {
    const second =
      'stands in no two sites of test/fixtures with different values: state another in everything-otherwise.ts';
    const silent = (...tried: readonly string[]) =>
      `makes no difference to anything that comes of a site; tried in ${tried.join(', ')}`;
    expect(Object.fromEntries(placesOf(schema).flatMap(withComplaint))).toEqual({
      'idle: another value': silent('first', 'second', 'third'),
      'single: another value': second,
      'word: another word, loud': second,
      'word: another word, soft': silent('first', 'second', 'third'),
      'word: another word, mute': silent('first', 'second', 'third'),
      'names: another name': silent('first', 'second'),
      'kind.radius of is round: another value': second,
      'kind.side of is square: another value': second,
    });
  });

  test('a change that is refused everywhere is shown with its report', () => {
    const strict = new Effects(small, (input) =>
      small.some(({ site }) => site === input) ? { products: {} } : { refused: 'platform.ts: 1 problem' },
    );
    expect(strict.complaint(placesOf(schema)[0] as (typeof places)[number])).toBe(
      'is refused wherever it is tried, the last time with\n\nplatform.ts: 1 problem',
    );
  });

  function withComplaint(place: (typeof places)[number]): [string, string][] {
    const complaint = found.complaint(place);
    return complaint === '' ? [] : [[titleOf(place), complaint]];
  }
});
