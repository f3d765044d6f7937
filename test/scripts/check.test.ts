import { describe, expect, test } from 'vitest';
import { staleOwnersText, staleText } from '../../scripts/check/current.mjs';
import { looseCharts, loosePackages } from '../../scripts/check/pins.mjs';

describe('the check of a site', () => {
  test('says nothing of a dist/ that is what platform.ts gives', () => {
    expect(staleText(new Map([['a', '1']]), new Map([['a', '1']]))).toBe('');
  });

  test('names the files of dist/ that are not, and says what to do', () => {
    const committed = new Map([
      ['shop/changed.yaml', 'by hand'],
      ['shop/same.yaml', 'same'],
      ['shop/strange.yaml', ''],
    ]);
    const fresh = new Map([
      ['shop/changed.yaml', 'by a synth'],
      ['shop/new.yaml', ''],
      ['shop/same.yaml', 'same'],
    ]);
    expect(staleText(committed, fresh)).toBe(`dist/ is not what platform.ts gives: 3 files

  dist/shop/changed.yaml  differs
  dist/shop/new.yaml  is missing
  dist/shop/strange.yaml  is no file of this site

  run npm run synth, look at git diff dist, and commit dist/ together with platform.ts;
  what somebody wrote into dist/ by hand is then lost: state it in platform.ts
`);
  });

  test('names a CODEOWNERS whose lines of teams are others, and says what to do', () => {
    expect(staleOwnersText([])).toBe('');
    expect(staleOwnersText([{ path: '.github/CODEOWNERS' }])).toBe(`.github/CODEOWNERS is not what the teams give

  run npm run synth, look at git diff .github/CODEOWNERS, and commit it together with teams/
`);
  });

  test('names ten files at most', () => {
    const fresh = new Map(Array.from({ length: 12 }, (_, index) => [`file-${index}.yaml`, ''] as const));
    const text = staleText(new Map(), fresh);
    expect(text).toContain('gives: 12 files\n');
    expect(text.match(/is missing/g)).toHaveLength(10);
    expect(text).toContain('\n  and 2 more\n');
  });
});

describe('a pin', () => {
  test.each(['1.2.3', 'v1.2.3', '1.2.3-rc.1', '1.2.3+build.5', 'npm:other@1.2.3'])(
    'of a package may be %s',
    (version) => {
      expect(loosePackages('package.json', JSON.stringify({ dependencies: { tool: version } }))).toEqual([]);
    },
  );

  test.each(['^1.2.3', '~1.2.3', '1.2', '*', 'latest', '>=1.2.3', 'npm:other@^1.2.3'])(
    'of a package may not be %s',
    (version) => {
      expect(loosePackages('package.json', JSON.stringify({ devDependencies: { tool: version } }))).toEqual([
        `package.json: tool is requested as ${version}; npm install --save-exact tool`,
      ]);
    },
  );

  test('of a chart is exact, and a branch of git need not be', () => {
    const application = (source: string) => new Map([['apps/application.edge.yaml', `spec:\n  source: ${source}\n`]]);
    expect(looseCharts(application('{ path: dist/edge, targetRevision: main }'))).toEqual([]);
    expect(looseCharts(application('{ chart: traefik, targetRevision: 41.3.0 }'))).toEqual([]);
    expect(looseCharts(application("{ chart: traefik, targetRevision: '41.*' }"))).toEqual([
      'dist/apps/application.edge.yaml: the chart traefik is requested as 41.*; write the exact version in constructs/versions.ts',
    ]);
  });
});
