import { z } from 'zod';
import { check } from './breach.ts';
import { checked, misfit } from './checked.ts';
import { written } from './shown.ts';
import { type Example, exampleParts } from './text.ts';

/**
 * An object that takes the given fields and no others.
 *
 * @param example how one looks, as it stands in `platform.ts`: `{ url: 'https://...' }`
 */
export function object<Shape extends z.ZodRawShape>(example: string, shape: Shape) {
  const fix = () => `write ${example}`;
  return z.strictObject(shape, { error: misfit({ what: 'a group of fields in braces', fix, standIn: {} }) });
}

/**
 * Entries under names of the user's choice, at least one.
 *
 * @param kind what one of them is: `node`
 * @param example how the record looks with one entry
 * @param shown how messages show it, if not so
 */
export function named<Key extends z.ZodType<string, string>, Value extends z.ZodType>(
  kind: string,
  example: Readonly<Record<string, unknown>>,
  key: Key,
  value: Value,
  shown: string = written(example),
) {
  const fix = `write at least one ${kind}: ${shown}`;
  const kinds = kind.replace(/y$/, 'ie').replace(/s$/, 'se');
  const record = z.record(key, value, {
    error: misfit({ what: `a group of ${kinds}s under their names`, fix: () => fix, standIn: example }),
  });
  const some = check('not-empty', (entries: object) => Object.keys(entries).length > 0, {
    found: '',
    rule: `has no ${kind}`,
    fix,
  });
  return checked(record, example, [some]);
}

/**
 * A list of at least one item.
 *
 * @param kind what its items are: `networks`
 * @param example a good item
 */
export function listOf<Item extends z.ZodType>(kind: string, example: Example, item: Item) {
  const { shown, standIn } = exampleParts(example);
  const fix = `write a list of at least one, such as ${written([shown])}`;
  const list = z.array(item, {
    error: misfit({ what: `a list of ${kind}`, fix: () => fix, standIn: [standIn] }),
  });
  const some = check('not-empty', (items: readonly unknown[]) => items.length > 0, {
    found: '',
    rule: 'is empty',
    fix,
  });
  return checked(list, [standIn], [some]);
}
