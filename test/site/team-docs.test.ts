import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { parseSite, reportText } from '../../site/index.ts';
import { own } from '../fixtures/base.ts';
import { textOf, top } from '../repository/support/files.ts';
import { blocksOf } from './support/blocks.ts';

const blocks = blocksOf('docs/teams.md');
const files = blocks.filter(({ language, text }) => language === 'ts' && text.startsWith('// teams/blog.ts'));

describe('docs/teams.md', () => {
  test('shows more than one file of a team', () => {
    expect(files.length).toBeGreaterThan(1);
  });

  test.each(files.map(({ text }, index) => [`file ${index + 1}`, text] as const))(
    '%s is taken with the one word in platform.ts that the page shows',
    async (_, text) => {
      expect(reportOf({ blog: await exported(text) })).toBe('');
      expect(textOf('docs/teams.md')).toContain('teams: { blog },');
    },
  );

  test('shows the report of a misspelt field as it is printed', async () => {
    const [file = { text: '' }] = files;
    const misspelt = file.text.replace('port:', 'prot:').replace(/ +(host|guard|health): .*\n/g, '');
    const text = misspelt.replace('cron:', 'tasks: { console: { command: ["bin/console"] } }, cron:');
    expect(blocks.map((block) => block.text)).toContain(reportOf({ blog: await exported(text) }));
  });
});

/** What the user of a site of two environments reads that has these teams. */
function reportOf(teams: object): string {
  const parsed = parseSite({ ...own, environments: { prod: {}, staging: {} }, teams, signOn: SIGN_ON });
  return parsed.ok ? '' : reportText(parsed.problems);
}

const SIGN_ON = { provider: 'github', organisation: 'acme' };

/** What a file of a team exports. */
async function exported(text: string): Promise<unknown> {
  const { outputFiles } = await build({
    stdin: { contents: text, resolveDir: `${top}/site`, loader: 'ts' },
    ...{ bundle: true, format: 'esm', platform: 'node', write: false },
  });
  const module = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
  return (module as { default: unknown }).default;
}
