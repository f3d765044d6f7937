import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { topics } from '../../policies/catalogue.ts';
import { policies } from '../../policies/index.ts';
import { findingsOf, type PolicyCases } from './support/cases.ts';
import { aWorkload, KINDS, type Kind } from './support/workloads.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cases.ts'));
const all: PolicyCases[] = await Promise.all(files.map(async (file) => (await import(join(folder, file))).cases));

describe.each(all)('$policy.id', ({ policy, accepts, refuses, refusesPods = {} }) => {
  test.each(Object.entries(accepts))('accepts %s', (_, complying) => {
    expect(findingsOf(policy, complying)).toEqual([]);
  });

  test.each(Object.entries(refuses))('refuses %s', (_, breaking) => {
    expect(findingsOf(policy, breaking)).toEqual(breaking.findings);
  });

  const kinds = Object.keys(refusesPods).length > 0 ? (Object.keys(KINDS) as Kind[]) : [];
  describe.each(kinds)('in a %s', (kind) => {
    test.each(Object.entries(refusesPods))('refuses %s', (_, { change, beside = [], findings }) => {
      const found = findingsOf(policy, { objects: [aWorkload(kind, change), ...beside] });
      const place = { in: `${kind} shop/${change.name ?? 'web'}` };
      expect(found).toEqual(findings.map((one) => ({ ...one, ...place, path: `${KINDS[kind].at}${one.path}` })));
    });
  });
});

describe('the cases', () => {
  test('hold for every policy a refusal and an acceptance', () => {
    const refused = new Set(
      all.filter(({ refuses, refusesPods = {} }) => count(refuses) + count(refusesPods) > 0).map(idOf),
    );
    const accepted = new Set(all.filter(({ accepts }) => count(accepts) > 0).map(idOf));
    const ids = policies.map(({ id }) => id);
    expect(ids.filter((id) => !refused.has(id))).toEqual([]);
    expect(ids.filter((id) => !accepted.has(id))).toEqual([]);
  });

  test('never promise a refusal without a finding', () => {
    const empty = all.flatMap(({ policy, refuses, refusesPods = {} }) =>
      Object.entries({ ...refuses, ...refusesPods })
        .filter(([, { findings }]) => findings.length === 0)
        .map(([title]) => `${policy.id}: ${title}`),
    );
    expect(empty).toEqual([]);
  });

  test('stand where their policy stands', () => {
    const wanted = topics.flatMap((topic) => topic.policies.map(({ id }) => `${topic.folder}/${id}.cases.ts`));
    expect([...files].sort()).toEqual(wanted.sort());
  });
});

function idOf({ policy }: PolicyCases): string {
  return policy.id;
}

function count(cases: object): number {
  return Object.keys(cases).length;
}
