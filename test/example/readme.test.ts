import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { parseSite, reportText } from '../../site/index.ts';
import example from '../fixtures/example.ts';
import { textOf, top } from '../repository/support/files.ts';
import { aSite, filesOf, manifestsOfSite } from '../support/site.ts';
import { changedLines } from './support/changed-lines.ts';
import { blocks, readmeCommands } from './support/readme.ts';

describe('the README', () => {
  test('states two commands, which stand for all that a newcomer has to type', () => {
    expect(readmeCommands()).toEqual(['npm ci && npx cdk8s synth', 'npm ci && npm test']);
  });

  test('shows a site that is one', async () => {
    const [example = ''] = blocks('ts');
    expect(parseSite(await exported(example))).toMatchObject({ ok: true, value: { name: 'homestead' } });
  });

  test('shows what the first edit changes in dist/, and no line more', () => {
    const edit = { monitoring: { ...example.monitoring, retention: '180d', disk: '10Gi' } };
    expect(textOf('README.md')).toContain("`retention: '180d', disk: '10Gi'`");
    const before = filesOf(manifestsOfSite(aSite()));
    expect(changedLines(before, filesOf(manifestsOfSite(aSite(edit))))).toBe(blocks('diff')[0]);
  });

  test('shows the report of three mistakes as it is printed', () => {
    const { home, ...others } = example;
    const mistaken = {
      ...others,
      home: { ...home, networks: ['192.168.4.1/22'] },
      monitoring: { retention: '2y', disk: '5Gi' },
      certifcates: 'production',
    };
    const parsed = parseSite(mistaken);
    expect(parsed.ok ? '' : reportText(parsed.problems)).toBe(blocks('text')[0]);
  });
});

test('the page about the library shows the whole app that its tests use', () => {
  expect(blocks('ts', 'docs/library.md')).toEqual([textOf('test/library/app.ts')]);
});

/** What a module in the top folder exports by default. */
async function exported(text: string): Promise<unknown> {
  const { outputFiles } = await build({
    stdin: { contents: text, resolveDir: top, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const module = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
  return (module as { default: unknown }).default;
}
