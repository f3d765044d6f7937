import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { written } from '../../site/fields/shown.ts';
import { parseSite, sizeText, spanText } from '../../site/index.ts';
import { fieldsAt, outline } from '../../site/outline.ts';
import { siteSchema } from '../../site/site.ts';
import everything from '../fixtures/accepted/everything.ts';
import { home, smallest } from '../fixtures/base.ts';
import { EXAMPLE_TEXT } from '../support/example-project.ts';
import { LanguageServer, type OpenFile, type Position } from './support/language-server.ts';

const places = outline(siteSchema);
let editor: LanguageServer;

beforeAll(async () => {
  editor = await LanguageServer.start();
});

afterAll(() => editor.stop());

describe('the declaration of every input', () => {
  const folders = ['site/sections', 'site/channels', 'site/team'];
  const files = ['site/site.ts', ...folders.flatMap((at) => readdirSync(at).map((name) => `${at}/${name}`))];

  test.each(files)(
    'says of every field in %s what it is, and of an optional one what it is by default',
    async (path) => {
      const file = await editor.open(path);
      const inputs = (await file.symbols()).filter(({ name }) => name.endsWith('Input'));
      const fields = inputs.flatMap(({ children = [] }) => children);
      const hovers = await Promise.all(fields.map(({ selectionRange }) => file.hover(selectionRange.start)));
      expect(hovers.filter((hover) => !isDocumented(hover))).toEqual([]);
    },
  );

  test('is found in these files for every field of the schema', async () => {
    const symbols = await Promise.all(files.map(async (path) => (await editor.open(path)).symbols()));
    const declared = symbols
      .flat()
      .filter(({ name }) => name.endsWith('Input'))
      .flatMap(({ children = [] }) => children.map(({ name }) => name));
    const fields = places.map(({ path }) => path.at(-1)).filter((name) => name !== undefined && !isPlaceholder(name));
    expect([...new Set(declared)].sort()).toEqual([...new Set(fields)].sort());
  });
});

describe('in the platform.ts of the example', () => {
  test('every field shows its documentation', async () => {
    const file = await editor.open('platform.ts', EXAMPLE_TEXT);
    const code = file.text.replace(/'[^']*'|\/\/.*/g, (text) => ' '.repeat(text.length));
    const names = new Set(places.map(({ path }) => path.at(-1)));
    const fields = [...code.matchAll(/\b(\w+):/g)].filter(([, name]) => names.has(name));
    expect(fields.length).toBeGreaterThan(10);
    const hovers = await Promise.all(fields.map(({ index }) => file.hover(file.positionAt(index))));
    expect(hovers.filter((hover) => !isDocumented(hover))).toEqual([]);
  });

  test('nothing is underlined', async () => {
    expect(await (await editor.open('platform.ts', EXAMPLE_TEXT)).diagnostics()).toEqual([]);
  });
});

describe('in a site that states every field', () => {
  test('every default that is shown is the one that the schema gives', async () => {
    // A field a line, so that the place of each one is known.
    const json = JSON.stringify(everything, null, 1);
    const file = await editor.open('draft.ts', `${IMPORT}export default site(${json});\n`);
    const shown = await Promise.all(
      fieldsIn(file).map(async ({ path, position }) => ({ path, value: defaultIn(await file.hover(position)) })),
    );
    // What a team leaves out is filled in for each environment, by the plan.
    const ofTheSite = shown.filter(({ path: [section] }) => section !== 'teams');
    const stated = ofTheSite.filter(({ value }) => value !== undefined && !value.startsWith('-'));
    expect(stated.length).toBeGreaterThan(15);
    expect(stated).toEqual(stated.map(({ path }) => ({ path, value: defaultOf(path) })));
  });
});

describe('completion', () => {
  const groups = places.filter(({ schema }) => isGroup(schema));

  test.each(groups.map(({ path }) => [path.join('.') || 'the site', path] as const))(
    'inside %s proposes its fields and nothing else',
    async (name, path) => {
      const before = `${IMPORT}export default site({ ${path.map((part) => `${isPlaceholder(part) ? 'a' : part}: { `).join('')}`;
      const file = await editor.open(`${name}.ts`, `${before} ${'}'.repeat(path.length)} });\n`);
      const proposed = await file.completion(file.positionAt(before.length));
      expect(proposed.map((label) => label.replace('?', '')).sort()).toEqual(fieldsAt(places, path).sort());
    },
  );
});

describe('in teams/<team>.ts', () => {
  const inTeam = places.filter(({ path, schema }) => path[0] === 'teams' && path.length > 1 && isGroup(schema));

  test.each(inTeam.map(({ path }) => [path.slice(2).join('.') || 'the team', path] as const))(
    'completion inside %s proposes its fields and nothing else',
    async (name, path) => {
      const inside = path.slice(2);
      const before = `${TEAM_IMPORT}export default team({ ${inside.map((part) => `${isPlaceholder(part) ? 'a' : part}: { `).join('')}`;
      const file = await editor.open(`teams/${name}.ts`, `${before} ${'}'.repeat(inside.length)} });\n`);
      const proposed = await file.completion(file.positionAt(before.length));
      expect(proposed.map((label) => label.replace('?', '')).sort()).toEqual(fieldsAt(places, path).sort());
    },
  );

  test('every field shows its documentation, and nothing is underlined', async () => {
    const json = JSON.stringify(everything.teams?.shop, null, 1);
    const file = await editor.open('teams/shop.ts', `${TEAM_IMPORT}export default team(${json});\n`);
    const names = new Set(places.map(({ path }) => path.at(-1)));
    const fields = fieldsIn(file).filter(({ path }) => names.has(path.at(-1)) && !path.includes('dashboards'));
    expect(fields.length).toBeGreaterThan(60);
    const hovers = await Promise.all(fields.map(({ position }) => file.hover(position)));
    expect(hovers.filter((hover) => !isDocumented(hover))).toEqual([]);
    expect(await file.diagnostics()).toEqual([]);
  });
});

const IMPORT = "import { site } from './site/index.ts';\n";
const TEAM_IMPORT = "import { team } from '../site/index.ts';\n";

function isGroup({ _zod: { def } }: (typeof places)[number]['schema']): boolean {
  return ['object', 'union'].includes(def.type);
}

function isPlaceholder(part: string): boolean {
  return part === '*' || part === '[]';
}

/** Whether words follow the declaration, and a default where the field may be left out. */
function isDocumented(hover: string): boolean {
  const [, declaration = '', words = ''] = /^```typescript\n(.*?)\n```\n?(.*)$/s.exec(hover) ?? [];
  return /^\S/.test(words) && (!/^\(property\) \w+\.\w+\?:/.test(declaration) || defaultIn(hover) !== undefined);
}

function defaultIn(hover: string): string | undefined {
  return /\n\*@default\* (?:— )?(.*)/.exec(hover)?.[1];
}

/** The fields of a text that has one on each line and is indented by one space a level. */
function fieldsIn(file: OpenFile): { path: string[]; position: Position }[] {
  const path: string[] = [];
  return file.text.split('\n').flatMap((text, line) => {
    const [, indent, name] = /^( +)"([\w-]+)":/.exec(text) ?? [];
    if (indent === undefined || name === undefined) return [];
    path.splice(indent.length - 1, path.length, name);
    return [{ path: [...path], position: { line, character: indent.length + 1 } }];
  });
}

/** What a site has at a path if it does not say, as one would write it. */
function defaultOf(path: readonly string[]): string {
  const { tenancy } = everything.infrastructure ?? { tenancy: '' };
  const services = { photos: { address: '192.168.4.20:2283', exposure: 'home' } };
  const signOn = { provider: 'oidc', issuer: 'https://id.example.com', mailDomains: ['*'] };
  const mail = { server: 'smtp.example.org:587', user: 'ops@example.org', secret: 'alerts-mail' };
  const alerts = { DiskHot: { expr: 'up == 0', summary: 'It is hot', runbook: 'Open the window.' } };
  const parsed = parseSite({
    ...smallest,
    home: { ...home, services },
    signOn,
    infrastructure: { tenancy },
    monitoring: { notify: { mail }, alerts },
    access: { ada: {} },
    gitops: { webhook: { secret: 'argocd-webhook' } },
  });
  const value = path.reduce<unknown>(entryOf, parsed.ok && parsed.value);
  if (typeof value === 'string' || typeof value === 'number') return `${value}`;
  const { hours, mebibytes } = value as { hours?: number; mebibytes?: number };
  if (hours !== undefined) return spanText({ hours });
  return mebibytes === undefined ? written(value) : sizeText({ mebibytes });
}

/** A field of a group; of a record the only entry, whatever its name. */
function entryOf(group: unknown, key: string): unknown {
  const entries = new Map(Object.entries((group ?? {}) as object));
  return entries.has(key) || entries.size > 1 ? entries.get(key) : [...entries.values()][0];
}
