import { describe, expect, test } from 'vitest';
import type { SiteInput, TeamInput } from '../../../site/index.ts';
import { aPlan } from '../../support/site.ts';
import { aService, aTeam } from '../../support/teams.ts';

const owned = (owners: readonly string[], ...services: readonly string[]): TeamInput =>
  aTeam({
    ...(owners.length > 0 && { people: { owners: [...owners] } }),
    services: Object.fromEntries((services.length > 0 ? services : ['web']).map((name) => [name, aService()])),
  });

const git = { url: 'https://git.example.org/acme/site.git' };

/** The lines of a site, as they stand in the file. */
function linesOf(teams: SiteInput['teams'], changes: Partial<SiteInput> = {}): string[] {
  const environments = { prod: { share: 50 }, live: { share: 20 } };
  const { codeOwners } = aPlan({ environments, ...changes, teams } as SiteInput);
  return codeOwners.map(({ pattern, owners }) => [pattern, ...owners].join(' '));
}

describe('the owners of a team', () => {
  test('own its two files and its folders in every environment, released or not', () => {
    expect(linesOf({ shop: owned(['@acme/shop', 'ada@example.org']) })).toEqual([
      '/teams/shop.ts @acme/shop ada@example.org',
      '/versions/shop.json @acme/shop ada@example.org',
      '/dist/shop-prod/ @acme/shop ada@example.org',
      '/dist/shop-prod-*/ @acme/shop ada@example.org',
      '/dist/shop-live/ @acme/shop ada@example.org',
      '/dist/shop-live-*/ @acme/shop ada@example.org',
    ]);
  });

  test('stand in the order of the names of their teams; a team that states none has no line', () => {
    const patterns = linesOf({ shop: owned(['@s']), idle: owned([]), basket: owned(['@b']) });
    expect(patterns.filter((line) => line.startsWith('/teams/'))).toEqual(['/teams/basket.ts @b', '/teams/shop.ts @s']);
    expect(patterns.join()).not.toContain('idle');
    expect(linesOf({ idle: owned([]) })).toEqual([]);
    expect(linesOf(undefined)).toEqual([]);
  });

  test('own the folders where git.path says that they lie, and the files beside them', () => {
    const { codeOwners } = aPlan({
      teams: { shop: owned(['@s']) },
      git: { ...git, path: 'platform/dist' },
    } as Partial<SiteInput>);
    expect(codeOwners.slice(0, 3).map(({ pattern }) => pattern)).toEqual([
      '/platform/teams/shop.ts',
      '/platform/versions/shop.json',
      expect.stringMatching(/^\/platform\/dist\/shop-\w+\/$/),
    ]);
  });

  test('keep a folder that a line of a later team fits too: it has a line of its own at the end', () => {
    const lines = linesOf({ shop: owned(['@s'], 'web', 'prod-web'), 'shop-prod': owned(['@p'], 'api') });
    expect(lines.at(-1)).toBe('/dist/shop-prod-prod-web/ @s');
    const folders = ['shop-prod', 'shop-prod-web', 'shop-prod-prod', 'shop-prod-prod-web', 'shop-prod-prod-api'];
    expect(folders.map((folder) => ownerOf(lines, folder))).toEqual(['@s', '@s', '@p', '@s', '@p']);
  });

  test('have lines of their own beside a team whose name goes on behind a hyphen', () => {
    const lines = linesOf({ 'shop-x': owned(['@x']), shop: owned(['@s']) });
    expect(lines.at(-1)).toBe('/dist/shop-x-live-*/ @x');
    expect([ownerOf(lines, 'shop-prod-web'), ownerOf(lines, 'shop-x-prod-web')]).toEqual(['@s', '@x']);
  });

  test('do not own the folders of a team that states none: then each service has a line', () => {
    const lines = linesOf({ shop: owned(['@s'], 'web', 'api'), 'shop-prod': owned([]) });
    expect(lines.filter((line) => line.startsWith('/dist/'))).toEqual([
      '/dist/shop-prod/ @s',
      '/dist/shop-prod-web/ @s',
      '/dist/shop-prod-api/ @s',
      '/dist/shop-live/ @s',
      '/dist/shop-live-*/ @s',
    ]);
  });
});

/** The owners of a folder, by the rule of git hosts: the last line that fits. */
function ownerOf(lines: readonly string[], folder: string): string | undefined {
  const fits = (pattern: string) => new RegExp(`^${pattern.replaceAll('*', '[^/]*')}`).test(`/dist/${folder}/`);
  return lines.findLast((line) => fits(line.split(' ')[0] as string))?.replace(/^\S+ /, '');
}
