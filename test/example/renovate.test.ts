import { describe, expect, test } from 'vitest';
import { charts, images } from '../../constructs/versions.ts';
import { textOf, writtenFiles } from '../repository/support/files.ts';

interface Manager {
  readonly managerFilePatterns: readonly string[];
  readonly matchStrings: readonly string[];
}

const { customManagers, gitIgnoredAuthors } = JSON.parse(textOf('renovate.json')) as {
  customManagers: Manager[];
  gitIgnoredAuthors: string[];
};

describe('Renovate', () => {
  test('finds every image that a site runs, at its version', () => {
    const found = pinsIn('constructs/versions.ts').filter(({ datasource }) => datasource === 'docker');
    expect(found.map(({ depName, currentValue }) => `${depName}:${currentValue}`)).toEqual(Object.values(images));
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
  return textOf(file).match(/^ *(\/\/|#) renovate: datasource=/gm)?.length ?? 0;
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
