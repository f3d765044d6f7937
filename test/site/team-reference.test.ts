import { describe, expect, test } from 'vitest';
import { outline } from '../../site/outline.ts';
import { siteSchema } from '../../site/site.ts';
import { fieldsOfTeams, teamReference } from './support/team-reference.ts';

describe('docs/team-reference.md', () => {
  test('is what the types of teams say (npm run docs:teams writes it)', async () => {
    await expect(teamReference()).toMatchFileSnapshot('../../docs/team-reference.md');
  });

  test('has every field that a team may state, and no other', () => {
    const elsewhere = ['mail', 'telegram', 'slack', 'webhook'];
    const places = outline(siteSchema).map(({ path }) => path);
    const ofTeams = places.filter(([section]) => section === 'teams' || section === 'registries');
    const named = ofTeams.filter((path) => !elsewhere.some((name) => path.includes(name)) && path.length > 2);
    const names = named.map((path) => path.at(-1) as string).filter((name) => name !== '*' && name !== '[]');
    expect([...new Set(fieldsOfTeams())].sort()).toEqual([...new Set(names)].sort());
  });
});
