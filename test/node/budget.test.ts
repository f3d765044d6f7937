import { beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/background.ts';
import { FLOOR, FOR_MORE_THAN_HERE } from './support/expected.ts';
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
  const unseen = uses.filter(({ memory }) => !(memory.used > 0 && memory.resident > 0));
  expect(unseen.map(({ container }) => container)).toEqual([]);
});

test('no container uses more memory than it requests, or else it would be the first to go when the node runs short', () => {
  const beyond = uses.filter(({ memory }) => Math.max(memory.used, memory.resident) > memory.requested);
  expect(beyond.map(describe)).toEqual([]);
});

test('no container requests more than twice the memory that it uses, but for what is planned for more than is here', () => {
  const wasteful = planned().filter(({ memory }) => memory.requested > Math.max(2 * memory.resident, FLOOR.mebibytes));
  expect(wasteful.map(describe)).toEqual([]);
});

test('no container requests more than twice the CPU that it uses, or than what it needs to get along on a busy node', () => {
  const wasteful = planned().filter(({ cpu }) => cpu.requested > Math.max(2 * cpu.used, FLOOR.millis));
  expect(wasteful.map(({ container, cpu }) => `${container}: ${cpu.requested}m, ${cpu.used.toFixed(1)}m`)).toEqual([]);
});

/** The containers whose use here is what their requests are meant for. */
function planned(): Use[] {
  return uses.filter(({ container }) => !FOR_MORE_THAN_HERE.includes(container));
}

function describe({ container, memory }: Use): string {
  return `${container} has ${Math.round(memory.resident)}Mi resident and requests ${memory.requested}Mi`;
}
