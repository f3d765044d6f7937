import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { siteSchema } from '../../site/site.ts';
import example from '../fixtures/example.ts';
import { acceptedSites } from '../fixtures/read.ts';
import { BESIDES } from './besides.ts';
import { Effects, type Outcome } from './effects.ts';
import { placesOf, titleOf } from './places.ts';
import { outcomeOf } from './products.ts';

const accepted = [...(await acceptedSites()), { name: 'the example', site: example }];

/** Sites that state the most come first: most places are there. */
const sites = [
  ...accepted.filter(({ name }) => name.startsWith('everything')),
  ...accepted.filter(({ name }) => !name.startsWith('everything')),
];
const places = placesOf(siteSchema);
const effects = new Effects(sites, outcomeOf);

describe('a change in platform.ts shows in dist/, the cloud, the DNS, the secrets, at home or in what a synth tells', () => {
  test.each(places.map((place) => [titleOf(place), place] as const))('%s', (_title, place) => {
    expect(effects.complaint(place)).toBe('');
  });

  test('and nothing is written beside a change that there is no more', () => {
    const titles = places.map(titleOf);
    expect(Object.keys(BESIDES).filter((title) => !titles.includes(title))).toEqual([]);
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
