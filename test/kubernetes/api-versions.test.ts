import { describe, expect, test } from 'vitest';
import { ENDING_APIS, endOf } from '../../kubernetes/api-versions.ts';

describe('the table of versions that end', () => {
  test('names each version of a kind once, since the later row would hide the earlier one', () => {
    const names = ENDING_APIS.flatMap(({ apiVersion, kinds }) => kinds.map((kind) => `${apiVersion} ${kind}`));
    expect(new Set(names).size).toBe(names.length);
  });

  test('calls each deprecated before it is gone', () => {
    expect(ENDING_APIS.filter(({ deprecatedIn, removedIn }) => deprecatedIn >= removedIn)).toEqual([]);
  });

  test('leads to versions that do not end before those that they replace', () => {
    const later = ENDING_APIS.filter(({ kinds, instead, removedIn }) =>
      kinds.some((kind) => (endOf(instead, kind)?.removedIn ?? Number.POSITIVE_INFINITY) <= removedIn),
    );
    expect(later).toEqual([]);
  });
});
