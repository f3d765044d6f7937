import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grouped, parseSite, pathText, reportText, type SourceProblem } from '../../site/index.ts';
import { fieldsAt, outline, placeAt } from '../../site/outline.ts';
import { siteSchema } from '../../site/site.ts';
import { placeOf } from '../../site/sources.ts';
import { smallest } from '../fixtures/base.ts';
import { acceptedSites, rejectedSites } from '../fixtures/read.ts';
import { rulesOfTests } from '../support/rules.ts';
import { type Group, groupsIn, type Path, placesIn, withValue } from './support/sites.ts';

const accepted = (await acceptedSites()) as { name: string; site: Group }[];
const rejected = await rejectedSites();
const places = outline(siteSchema);

test('a site that says only what it must gets every default', () => {
  expect(parseSite(smallest)).toEqual({
    ok: true,
    value: {
      name: 'homestead',
      domain: 'example.org',
      contact: 'ops@example.org',
      git: { url: 'https://github.com/you/platform.git', branch: 'main', path: 'dist' },
      gitops: { host: 'argocd' },
      kubernetes: '1.36.1',
      cloud: {
        region: 'eu-frankfurt-1',
        network: '10.0.0.0/16',
        pods: '10.244.0.0/16',
        services: '10.96.0.0/16',
        regionIsNew: false,
        cni: 'flannel',
        nat: 'gateway',
        allowance: {
          ocpus: 2,
          memoryGb: 12,
          storageGb: 200,
          microInstances: 2,
          flexibleLoadBalancers: 1,
          networkLoadBalancers: 1,
          secrets: 150,
        },
        nodes: { a: { ocpus: 2, memoryGb: 12, bootVolumeGb: 50 } },
      },
      edge: { controller: 'traefik', loadBalancer: 'network' },
      certificates: 'staging',
      secrets: { backend: 'existing' },
      monitoring: {
        retention: { hours: 2160 },
        disk: { mebibytes: 5120 },
        logs: { retention: { hours: 336 }, disk: { mebibytes: 4096 } },
        notify: {},
      },
      storage: { directory: '/var/lib/armstead' },
      environments: { prod: {} },
    },
  });
});

test('a site is read, never written to', () => {
  for (const { site } of [...accepted, ...rejected]) expect(() => parseSite(frozen(site))).not.toThrow();
});

/** A site without its teams: half of what there is to read, for whatever is no team's. */
function withoutTeams(site: Group): Group {
  const { teams: _, registries: __, ...others } = site;
  return others;
}

const platforms = accepted.map(({ name, site }) => ({ name, site: withoutTeams(site) }));

/**
 * Each place of the schema below `teams`, in one of the sites that state it: the same one in every run.
 *
 * Fields of teams stand there in many services and environments, and each is read by the schema that all of them share. What
 * is given up: a rule that takes a mistake for two in one of the sites and not in the one that is chosen.
 */
const ofTeams = (() => {
  const stating = new Map<string, { site: Group; path: Path }[]>();
  for (const { site } of accepted) {
    for (const path of placesIn(site).filter(([section]) => section === 'teams')) {
      const place = placeAt(places, path)?.path.join('.');
      if (place !== undefined) stating.set(place, [...(stating.get(place) ?? []), { site, path }]);
    }
  }
  return [...stating].map(([place, all]) => all[seedOf(place) % all.length] as (typeof all)[number]);
})();

/** A number that a text always has. */
function seedOf(text: string): number {
  return [...text].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
}

describe('one mistake is one problem, and none in what is right', () => {
  const nothing = Symbol('of no type that a field has');

  test.each(platforms)('$name: a value of a wrong type, anywhere in it', ({ site }) => {
    // What lies inside a dashboard is Grafana's.
    for (const path of placesIn(site).filter((path) => placeAt(places, path))) expectMisfit(site, path);
  });

  test('a value of a wrong type, anywhere in a team', () => {
    expect(ofTeams.length).toBeGreaterThan(150);
    for (const { site, path } of ofTeams) expectMisfit(site, path);
  });

  test.each(platforms)('$name: a field with a letter too many, anywhere in it', ({ site }) => {
    for (const group of groupsIn(site).filter((path) => fieldsAt(places, path).length > 0)) {
      for (const name of Object.keys(at(site, group) as Group)) expectMisspelt(site, group, name);
    }
  });

  test('a field with a letter too many, anywhere in a team', () => {
    for (const { site, path } of ofTeams) {
      const group = path.slice(0, -1);
      if (fieldsAt(places, group).length > 0) expectMisspelt(site, group, `${path.at(-1)}`);
    }
  });

  function expectMisfit(site: Group, path: Path): void {
    expect(problemsOf(withValue(site, path, nothing))).toEqual([[written(path), 'misfit']]);
  }

  function expectMisspelt(site: Group, group: Path, name: string): void {
    // What the field held is beside the point: that of a union decides which fields there are.
    if (name === 'backend' || name === 'provider') return;
    const value = at(site, [...group, name]);
    const misspelt = withValue(withValue(site, [...group, name], undefined), [...group, `${name}x`], value);
    const parsed = parseSite(misspelt, rulesOfTests);
    const found = parsed.ok ? [] : parsed.problems.map(({ path, id, fix }) => [pathText(path), id, fix]);
    expect(found).toEqual([[written([...group, `${name}x`]), 'unknown-field', `did you mean ${name}?`]]);
  }
});

describe('no mistake hides another', () => {
  const records = rejected.filter(({ name, site }) => !name.includes('export') && isGroup(site));

  test.each(records)('$name: nor does a further one elsewhere hide those it has', ({ site }) => {
    const further = { ...(site as Group), kubernetes: 'newest', certificates: 'none' };
    const others = problemsOf(site).filter(([path]) => path !== 'kubernetes' && path !== 'certificates');
    expect(problemsOf(further)).toEqual(
      expect.arrayContaining([...others, ['kubernetes', 'exact-version'], ['certificates', 'misfit']]),
    );
    expect(problemsOf(further)).toHaveLength(others.length + 2);
  });
});

describe('whatever stands in the file', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
  });

  test('there is an answer to it, and the report has a rule and an order on a line each', () => {
    fc.assert(
      fc.property(anything, (input) => {
        expectReadable(input);
      }),
    );
  });

  test('the same is true of it at any place of a site that is right', () => {
    const everything = platforms.find(({ name }) => name === 'everything')?.site as Group;
    fc.assert(
      fc.property(fc.constantFrom(...placesIn(everything), ...groupsIn(everything)), anything, (path, value) => {
        expectReadable(withValue(everything, path, value));
      }),
      { numRuns: 300 },
    );
  });

  test('and at any place of a team', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ofTeams), anything, ({ site, path }, value) => {
        expectReadable(withValue(site, path, value));
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['a symbol for a key', { ...smallest, cloud: { ...smallest.cloud, nodes: { a: {}, [Symbol('b')]: {} } } }, 1],
    ['no prototype', Object.assign(Object.create(null), smallest), 0],
    [
      'a class',
      new (class {
        site = 1;
      })(),
      1,
    ],
    [
      'a getter',
      {
        ...smallest,
        get edge() {
          return { controller: 'nginx' };
        },
      },
      1,
    ],
  ])('also %s', (_, input, problems) => {
    expectReadable(input);
    expect(problemsOf(input)).toHaveLength(problems);
  });

  /** The one rule whose message has more than a line. */
  const SUMS = 'infrastructure-fits-the-allowance';

  function expectReadable(input: unknown): void {
    const parsed = parseSite(input);
    if (parsed.ok) return;
    for (const problems of grouped(parsed.problems, ({ file }) => file).values()) expectReadableFile(problems);
    expect(parsed.problems.filter(({ rule, fix }) => rule === '' || fix === '')).toEqual([]);
  }

  function expectReadableFile(problems: readonly SourceProblem[]): void {
    const [title, , ...lines] = reportText(problems).trimEnd().split('\n');
    expect(title).toMatch(/^(platform|teams\/.*)\.ts: \d+ problems?, nothing was written$/);
    // A sum that is too large is shown line by line below its rule; what was found stays on one line, whatever it is.
    const sums = problems.map(({ id, rule }) => (id === SUMS ? rule.split('\n').length - 1 : 0));
    expect(lines).toHaveLength(2 * problems.length + sums.reduce((all, one) => all + one, 0));
  }
});

/** A path of a site as a report has it, in the file in which people wrote what stands there. */
function written(path: Path): string {
  return pathText(placeOf('platform.ts', path).path);
}

function problemsOf(site: unknown): [path: string, id: string][] {
  const parsed = parseSite(site, rulesOfTests);
  return parsed.ok ? [] : parsed.problems.map(({ path, id }) => [pathText(path), id]);
}

function at(site: Group, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Group)[key], site);
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same object, which from now on cannot be changed at any depth. */
function frozen<T>(value: T, seen = new Set<unknown>()): T {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  seen.add(value);
  for (const inner of Object.values(value)) frozen(inner, seen);
  return Object.freeze(value);
}
