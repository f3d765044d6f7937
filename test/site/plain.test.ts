import { describe, expect, test } from 'vitest';
import { parseSite, reportText } from '../../site/index.ts';
import { smallest } from '../fixtures/base.ts';

/** What is told of a site in which the first node is something odd. */
function refusal(node: unknown): string {
  return reportOf({ ...smallest, cloud: { ...smallest.cloud, nodes: { a: node } } });
}

function reportOf(exported: unknown): string {
  const parsed = parseSite(exported);
  return parsed.ok ? '' : reportText(parsed.problems);
}

/** What is told of a proxy that answers nobody. */
const THROWING = 'a value that throws "nobody but its owner is answered ..."';

function silent(): unknown {
  const ownKeys = () => {
    throw new Error('nobody but its owner is answered by this one');
  };
  return new Proxy({}, { ownKeys });
}

describe('a value that is no data is named as what it is', () => {
  const circle: Record<string, unknown> = {};
  circle.ocpus = circle;

  test.each<[what: string, made: () => unknown]>([
    ['an instance of Map', () => new Map()],
    ['an instance of Date', () => new Date(0)],
    ['an instance of Node', () => new (class Node {})()],
    ['an instance of a class', () => new (class {})()],
    ['an object with another as its __proto__', () => Object.create({ ocpus: 1 })],
    ['a promise', () => Promise.resolve({})],
    ['a function', () => () => ({})],
    ['10n', () => 10n],
    ['NaN', () => Number.NaN],
    [THROWING, silent],
    ['a list with 1000000000 holes', () => new Array(1_000_000_000)],
  ])('%s', (what, made) => {
    expect(refusal(made())).toBe(`platform.ts: 1 problem, nothing was written

  cloud.nodes.a  ${what} is not a group of fields in braces
                 write {} for a node of 2 OCPUs and 12 GB
`);
  });

  test('a getter that throws, with what it throws', () => {
    const node = {
      get ocpus() {
        throw new Error('no ocpus');
      },
    };
    expect(refusal(node)).toBe(`platform.ts: 1 problem, nothing was written

  cloud.nodes.a.ocpus  a value that throws "no ocpus" is not a whole number of OCPUs from 1 to 76
                       write a whole number of OCPUs from 1 to 76
`);
  });

  test('a circle, at the place where it closes', () => {
    expect(refusal(circle)).toBe(`platform.ts: 1 problem, nothing was written

  cloud.nodes.a.ocpus  something that holds itself is not a whole number of OCPUs from 1 to 76
                       write a whole number of OCPUs from 1 to 76
`);
  });

  test.each<[what: string, more: string, made: () => unknown]>([
    ['a promise', ', without async and await: a site is plain data', async () => smallest],
    ['an instance of Map', '', () => new Map()],
    [THROWING, '', silent],
  ])('%s, also where it is all that is exported', (what, more, made) => {
    expect(reportOf(made())).toBe(`platform.ts: 1 problem, nothing was written

  platform.ts  exports ${what}, which is not a site
               write export default site({ ... })${more}
`);
  });
});

describe('data is read', () => {
  test('to a hundred levels, and no stack runs out where it is deeper', () => {
    let deep: object = {};
    for (let level = 0; level < 100_000; level += 1) deep = { inner: deep };
    const nas = { uid: 'nas', title: 'NAS', deep };
    expect(reportOf({ ...smallest, monitoring: { dashboards: { nas } } })).toContain(
      'nas  holds a nesting of more than 100 levels at deep.inner.inner.',
    );
  });

  test('once at each place, so that a getter gives one value', () => {
    let reads = 0;
    const nodes = {
      get a() {
        reads += 1;
        return {};
      },
    };
    expect(reportOf({ ...smallest, cloud: { ...smallest.cloud, nodes } })).toBe('');
    expect(reads).toBe(1);
  });

  test('in as many places as share it, and once', () => {
    let shared: object = {};
    for (let level = 0; level < 60; level += 1) shared = { one: shared, other: shared };
    expect(refusal(shared)).toContain('cloud.nodes.a.one  unknown field');
  });

  test('when it has no prototype, is frozen, or comes from another realm', () => {
    expect(refusal(Object.assign(Object.create(null), { ocpus: 2 }))).toBe('');
    expect(refusal(Object.freeze({ ocpus: 2 }))).toBe('');
    expect(reportOf(JSON.parse(JSON.stringify(smallest)))).toBe('');
  });

  test('with a name __proto__ of its own, which JSON may hold', () => {
    expect(refusal(JSON.parse('{ "__proto__": { "ocpus": 1 } }'))).toContain('cloud.nodes.a.__proto__  unknown field');
  });
});
