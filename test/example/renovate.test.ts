import { describe, expect, test } from 'vitest';
import { charts, images } from '../../constructs/versions.ts';
import { textOf, writtenFiles } from '../repository/support/files.ts';
import { withoutDigests } from '../support/digests.ts';

interface Manager {
  readonly managerFilePatterns: readonly string[];
  readonly matchStrings: readonly string[];
  readonly autoReplaceStringTemplate?: string;
}

const settings = JSON.parse(textOf('renovate.json')) as {
  customManagers: Manager[];
  gitIgnoredAuthors: string[];
  minimumReleaseAge: string;
  packageRules: object[];
};
const { customManagers, gitIgnoredAuthors } = settings;

describe('Renovate', () => {
  test('finds every image that a site runs, at its version', () => {
    const found = pinsIn('constructs/versions.ts').filter(({ datasource }) => datasource === 'docker');
    expect(found.map(({ depName, currentValue }) => `${depName}:${currentValue}`)).toEqual(
      Object.values(images).map(withoutDigests),
    );
  });

  test('reads a pin with a digest, and writes the digest behind a pin that has none', () => {
    const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
    const pin = (version: string) => `  shop: 'docker.io/you/shop:${version}', // renovate: datasource=docker\n`;
    const [before] = pinsOf(pin('1.4.2'), 'constructs/versions.ts');
    const [after] = pinsOf(pin(`1.4.2@${digest}`), 'constructs/versions.ts');
    expect(before).toMatchObject({ depName: 'docker.io/you/shop', currentValue: '1.4.2', datasource: 'docker' });
    expect(after).toEqual({ ...before, currentDigest: digest });
    const template = customManagers.find(({ autoReplaceStringTemplate }) => autoReplaceStringTemplate);
    const [match] = new RegExp(template?.matchStrings[0] ?? '').exec(pin('1.4.2')) ?? [];
    const written = template?.autoReplaceStringTemplate
      ?.replace('{{{depName}}}', 'docker.io/you/shop')
      .replace('{{{newValue}}}', '1.4.2')
      .replace('{{#if newDigest}}@{{{newDigest}}}{{/if}}', `@${digest}`);
    expect(pin('1.4.2').replace(match ?? '', written ?? '')).toBe(pin(`1.4.2@${digest}`));
  });

  test('waits a week for each release, and leaves the pins of a site to npm run update', () => {
    expect(settings.minimumReleaseAge).toBe('7 days');
    expect(settings.packageRules).toContainEqual(
      expect.objectContaining({ matchRepositories: ['!*/armstead'], enabled: false }),
    );
    expect(settings.packageRules).toContainEqual(
      expect.objectContaining({ matchDatasources: ['docker'], pinDigests: true }),
    );
  });

  test('finds every chart that a site runs, in its repository', () => {
    const found = pinsIn('constructs/versions.ts').filter(({ datasource }) => datasource === 'helm');
    expect(
      found.map(({ depName, registryUrl, currentValue }) => ({
        name: depName,
        repository: registryUrl,
        version: currentValue,
      })),
    ).toEqual(Object.values(charts));
  });

  test('finds every line that is written for it', () => {
    const marked = writtenFiles().filter((file) => linesForIt(file) > 0);
    expect(marked).toEqual(expect.arrayContaining(['.ci/run', '.github/workflows/ci.yml', 'constructs/versions.ts']));
    expect(marked.filter((file) => pinsIn(file).length !== linesForIt(file))).toEqual([]);
  });

  test('does not take the commit that renews dist/ for a foreign one', () => {
    const workflow = textOf('.github/workflows/ci.yml');
    expect(gitIgnoredAuthors.filter((author) => workflow.includes(`git config user.email '${author}'`))).toHaveLength(
      1,
    );
  });
});

function linesForIt(file: string): number {
  return textOf(file).match(/^ *(\/\/|#) renovate: datasource=|, \/\/ renovate: datasource=docker$/gm)?.length ?? 0;
}

function pinsIn(file: string) {
  return pinsOf(textOf(file), file);
}

/** What the custom managers of renovate.json read out of a file; Renovate writes patterns of files between slashes. */
function pinsOf(text: string, file: string): Record<string, string>[] {
  return customManagers
    .filter(({ managerFilePatterns }) =>
      managerFilePatterns.some((pattern) => new RegExp(pattern.slice(1, -1)).test(file)),
    )
    .flatMap(({ matchStrings }) => matchStrings)
    .flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))])
    .map(({ groups }) => groups as Record<string, string>);
}
