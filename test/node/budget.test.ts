import { beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/background.ts';
import { pace } from './support/pace.ts';
import { theSite } from './support/site.ts';
import { isMeasured, type Use, useOfContainers, useTable } from './support/use.ts';

let uses: Use[];

beforeAll(async () => {
  await theSite();
  await eventually(
    'use is measured',
    async () => (await isMeasured()) || undefined,
    pace.scrapes * pace.scrape * 2 + 120,
  );
  uses = await useOfContainers();
  console.log(`use over ${pace.scrapes} looks, ${pace.scrape} s apart:\n${useTable(uses)}`);
});

test('every container is measured', () => {
  expect(uses.filter(({ memory }) => !(memory.used > 0)).map(({ container }) => container)).toEqual([]);
});

test('no container uses more memory than it requests, or else it would be the first to go when the node runs short', () => {
  expect(uses.filter(({ memory }) => memory.used > memory.requested).map(describe)).toEqual([]);
});

function describe({ container, memory }: Use): string {
  return `${container} uses ${Math.round(memory.used)}Mi and requests ${memory.requested}Mi`;
}
