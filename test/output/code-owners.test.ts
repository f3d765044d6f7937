import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { codeOwnersBlock, codeOwnersChanges, codeOwnersNotices } from '../../output/index.ts';
import { aProject } from './project.ts';
import { removeFolders } from './support.ts';

afterAll(removeFolders);

const FIRST =
  '# >>> armstead: the owners of teams, as people.owners in teams/*.ts states them. A synth writes these lines.\n';
const LAST = '# <<< armstead\n';
const OWNED = [
  { pattern: '/teams/shop.ts', owners: ['@acme/shop', 'ada@example.org'] },
  { pattern: '/dist/shop-prod-*/', owners: ['@acme/shop', 'ada@example.org'] },
];
const BLOCK = `${FIRST}/teams/shop.ts @acme/shop ada@example.org\n/dist/shop-prod-*/ @acme/shop ada@example.org\n${LAST}`;
const OTHER = `${FIRST}/teams/old.ts @acme/old\n${LAST}`;

const changes = (owned: typeof OWNED, files: Readonly<Record<string, string>>) =>
  codeOwnersChanges(owned, (path) => files[path]);

describe('CODEOWNERS', () => {
  test('has a marked block with the lines of teams', () => {
    expect(codeOwnersBlock(OWNED)).toBe(BLOCK);
    expect(codeOwnersBlock([])).toBe('');
  });

  test('is made at the top where there is none, and where no team has owners nothing is', () => {
    expect(changes(OWNED, {})).toEqual([{ path: 'CODEOWNERS', text: BLOCK }]);
    expect(changes([], {})).toEqual([]);
  });

  test.each([
    ['* @acme/all\n', '* @acme/all\n\n'],
    ['* @acme/all', '* @acme/all\n\n'],
    ['', ''],
  ])('keeps %j above the block', (before, above) => {
    expect(changes(OWNED, { CODEOWNERS: before })).toEqual([{ path: 'CODEOWNERS', text: `${above}${BLOCK}` }]);
    expect(changes([], { CODEOWNERS: before })).toEqual([]);
  });

  test('gets the block in place of the one that it had, and is left alone where it has it', () => {
    const around = (block: string) => `* @acme/all\n\n${block}/docs/ @acme/docs\n`;
    expect(changes(OWNED, { CODEOWNERS: around(OTHER) })).toEqual([{ path: 'CODEOWNERS', text: around(BLOCK) }]);
    expect(changes(OWNED, { CODEOWNERS: around(BLOCK) })).toEqual([]);
  });

  test('loses the block with the last owner, and is as it was before; a file with nothing else goes', () => {
    expect(changes([], { CODEOWNERS: `* @acme/all\n\n${BLOCK}` })).toEqual([
      { path: 'CODEOWNERS', text: '* @acme/all\n' },
    ]);
    expect(changes([], { CODEOWNERS: BLOCK })).toEqual([{ path: 'CODEOWNERS' }]);
  });

  test('is the first that git hosts look at; a block in another one goes', () => {
    const files = { '.github/CODEOWNERS': '* @a\n', CODEOWNERS: OTHER, 'docs/CODEOWNERS': '* @b\n' };
    expect(changes(OWNED, files)).toEqual([
      { path: '.github/CODEOWNERS', text: `* @a\n\n${BLOCK}` },
      { path: 'CODEOWNERS' },
    ]);
    expect(changes(OWNED, { 'docs/CODEOWNERS': '* @b\n' })).toEqual([
      { path: 'docs/CODEOWNERS', text: `* @b\n\n${BLOCK}` },
    ]);
  });

  test('keeps the ends of lines that it has', () => {
    const [change] = changes(OWNED, { CODEOWNERS: '* @a\r\n' });
    expect(change?.text).toBe(`* @a\n\n${BLOCK}`.replaceAll('\n', '\r\n'));
    expect(changes(OWNED, { CODEOWNERS: change?.text ?? '' })).toEqual([]);
    expect(changes([], { CODEOWNERS: change?.text ?? '' })).toEqual([{ path: 'CODEOWNERS', text: '* @a\r\n' }]);
  });

  test.each([
    ['no last line', FIRST],
    ['no first line', LAST],
    ['two blocks', `${BLOCK}${BLOCK}`],
    ['its lines exchanged', `${LAST}${FIRST}`],
  ])('is refused with %s', (_, text) => {
    expect(() => changes(OWNED, { CODEOWNERS: text })).toThrow(
      "CODEOWNERS has no whole block of the teams, nothing was written\n\n  it begins with one line '# >>> armstead' and ends with one line '# <<< armstead'; remove every such line and the lines of teams between, and start again\n",
    );
  });

  test('with lines behind the block is noted, for they win', () => {
    const notices = (behind: string) => codeOwnersNotices(OWNED, (path) => ({ CODEOWNERS: `${BLOCK}${behind}` })[path]);
    expect(notices('')).toEqual([]);
    expect(notices('\n# a remark\n')).toEqual([]);
    expect(notices('* @a\n/docs/ @b\n')).toEqual([
      "CODEOWNERS has 2 lines behind the block of the teams; the last line that fits a file counts, so move what should not win over the teams above '# >>> armstead'",
    ]);
    expect(notices('* @a\n')[0]).toContain('CODEOWNERS has a line behind');
  });
});

/** Publishes one object and the owners that platform.ts states. */
const MAIN = `import { ApiObject, Chart } from 'cdk8s';
import { manifestsOf, publish, Refusal, SiteApp } from './output/index.ts';
import platform from './platform.ts';

if (platform.refuse) throw new Refusal('refused');
const shop = new Chart(new SiteApp(), 'shop', { namespace: 'shop' });
new ApiObject(shop, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: {} });
const owned = platform.owner ? [{ pattern: '/teams/shop.ts', owners: [platform.owner] }] : [];
process.stdout.write(publish(manifestsOf(shop.node.root as SiteApp), {}, owned));
`;

describe('a synth', () => {
  const stating = (owner: string, refuse = '') => `export default ${JSON.stringify({ owner, refuse })};\n`;

  test('writes CODEOWNERS with dist/, keeps it when it is refused, and removes it with the last owner', async () => {
    const { root, write, run } = await aProject(MAIN);
    const file = join(root, 'CODEOWNERS');
    write('platform.ts', stating('@acme/shop'));
    expect((await run()).stdout).toMatch(/^written {2}CODEOWNERS\n/);
    const text = `${FIRST}/teams/shop.ts @acme/shop\n${LAST}`;
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect((await run()).stdout).not.toContain('CODEOWNERS');
    write('platform.ts', stating('@acme/other', 'yes'));
    expect((await run()).status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(text);
    write('platform.ts', stating(''));
    expect((await run()).stdout).toMatch(/^removed {2}CODEOWNERS\n/);
    expect(readdirSync(root).filter((name) => name.startsWith('CODEOWNERS'))).toEqual([]);
  });

  test('writes nothing at all over a block that is not whole, and no CODEOWNERS for another folder', async () => {
    const { root, write, run, dist } = await aProject(MAIN);
    write('platform.ts', stating('@acme/shop'));
    expect((await run(undefined, { env: { CDK8S_OUTDIR: join(root, 'other') } })).status).toBe(0);
    expect(existsSync(join(root, 'CODEOWNERS'))).toBe(false);
    write('CODEOWNERS', FIRST);
    const { status, stderr } = await run();
    expect(status).toBe(1);
    expect(stderr).toContain('CODEOWNERS has no whole block of the teams, nothing was written\n');
    expect(dist().size).toBe(0);
  });
});
