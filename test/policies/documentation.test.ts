import { describe, expect, test } from 'vitest';
import { policies, topics } from '../../policies/catalogue.ts';
import { policiesPage } from '../../policies/documentation.ts';

describe('docs/policies.md', () => {
  test('is what the policies say (npm run docs:policies writes it)', async () => {
    await expect(policiesPage(topics)).toMatchFileSnapshot('../../docs/policies.md');
  });

  const page = policiesPage(topics);

  test.each(policies.map((policy) => [policy.id, policy] as const))(
    'has id, rule, reason and exception of %s',
    (_, policy) => {
      const [, text = ''] = page.split(`\n### ${policy.id}\n`);
      const [entry] = text.split('\n#');
      expect(entry).toContain(policy.title);
      expect(entry).toContain(policy.why);
      expect(entry).toContain(policy.absolute ?? `armstead/except.${policy.id}`);
    },
  );

  test('links to each topic', () => {
    const headings = new Set([...page.matchAll(/^## (.+)$/gm)].map(([, title = '']) => slug(title)));
    const links = [...page.matchAll(/\]\(#(.+?)\)/g)].map(([, link = '']) => link);
    expect(links).toHaveLength(topics.length);
    expect(links.filter((link) => !headings.has(link))).toEqual([]);
  });
});

/** As GitHub makes the link of a heading. */
function slug(title: string): string {
  return title.toLowerCase().replaceAll(',', '').split(' ').join('-');
}
