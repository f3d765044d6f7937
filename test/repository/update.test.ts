import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { top } from './support/files.ts';
import { ProjectAndSite, type WorkTree } from './support/git.ts';

const UPDATE = `node ${join(top, 'scripts/update.mjs')}`;

/** Enough of a project for what the update does with git. */
const SMALL = { 'platform.ts': 'the example\n', 'dist/a.yaml': 'example\n', 'site/site.ts': 'first\n' };

let both: ProjectAndSite;
afterEach(() => both.remove());

describe('an update', () => {
  test('names the files of the project that both sides have changed, and says how to go on', () => {
    both = new ProjectAndSite(SMALL);
    both.site.write('site/site.ts', 'mine\n');
    both.site.commit('Change the project');
    both.project.write('site/site.ts', 'second\n');
    both.project.write('platform.ts', 'another example\n');
    both.project.commit('Go on');
    expect(both.site.run(UPDATE)).toEqual({
      status: 1,
      output: [
        'You changed these files, and so did the project:',
        '  site/site.ts',
        '',
        'Settle them and git add them. Then: npm ci && npm run synth && git add --all dist, a look at git diff --cached dist, git commit\n',
      ].join('\n'),
    });
    expect(both.site.read('platform.ts')).toBe('the example\n');
  });

  test('begins the next time where the last one ended', () => {
    both = new ProjectAndSite(SMALL);
    for (const text of ['second\n', 'third\n']) {
      both.project.write('site/site.ts', text);
      both.project.write('platform.ts', `another example, ${text}`);
      both.project.commit('Go on');
      expect(both.site.run(`${UPDATE} && git commit --quiet --no-edit`)).toMatchObject({ status: 0 });
      expect(both.site.read('site/site.ts')).toBe(text);
    }
    expect(both.site.git('rev-parse', 'HEAD^2')).toBe(both.project.git('rev-parse', 'HEAD'));
    expect(both.site.git('log', '-1', '--format=%s')).toBe('Merge upstream/main');
    expect(both.site.run(UPDATE).output).toBe('Your site has everything of upstream/main.\n');
  });

  test('begins only where everything is committed', () => {
    both = new ProjectAndSite(SMALL);
    both.site.write('platform.ts', 'half an idea\n');
    expect(both.site.run(UPDATE)).toEqual({
      status: 1,
      output: 'There are changes that are not committed. Commit them first.\n',
    });
    expect(both.site.read('platform.ts')).toBe('half an idea\n');
  });

  test('says what is missing where git does not know the project', () => {
    both = new ProjectAndSite(SMALL);
    both.site.git('remote', 'remove', 'upstream');
    expect(both.site.run(UPDATE)).toEqual({
      status: 1,
      output: 'git knows no upstream. Add it: git remote add upstream <address of the project>\n',
    });
  });

  test('says so when there is nothing new', () => {
    both = new ProjectAndSite(SMALL);
    expect(both.site.run(UPDATE)).toEqual({ status: 0, output: 'Your site has everything of upstream/main.\n' });
  });
});

/** A file in each place that belongs to the owner. */
const PLACES = [
  ...['platform.ts', 'site.outputs.json', 'teams/music.ts', 'teams/a/deep.ts', 'versions/mine.ts', 'previews/1.ts'],
  ...['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS'],
];

describe('an update never touches what belongs to the owner', () => {
  const WITH = { ...SMALL, ...Object.fromEntries(PLACES.map((place) => [place, 'of the project\n'])) };
  const WITHOUT = { 'dist/a.yaml': 'example\n', 'site/site.ts': 'first\n' };

  /** Both sides go on, the site updates, and this is what it then has at the places. */
  function afterUpdate(contents: Record<string, string>, mine: Change, theirs: Change) {
    both = new ProjectAndSite(contents);
    change(both.site, mine);
    change(both.project, theirs);
    both.project.write('site/site.ts', 'second\n');
    both.project.commit('Go on');
    expect(both.site.run(UPDATE)).toMatchObject({ status: 0 });
    both.site.git('commit', '--quiet', '--no-edit');
    expect(both.site.git('status', '--porcelain')).toBe('');
    expect(both.site.read('site/site.ts')).toBe('second\n');
    return PLACES.map((place) => (both.site.has(place) ? both.site.read(place) : undefined));
  }

  test.each([
    ['which they have changed, when the project changes it', 'changed', 'changed', 'changed here\n'],
    ['which they have changed, when the project deletes it', 'changed', 'deleted', 'changed here\n'],
    ['which they have changed, when the project moves it', 'changed', 'moved', 'changed here\n'],
    ['which they have left as it was, when the project changes it', 'kept', 'changed', 'of the project\n'],
    ['which they have left as it was, when the project deletes it', 'kept', 'deleted', 'of the project\n'],
    ['which they have deleted, when the project changes it', 'deleted', 'changed', undefined],
  ] as const)('and %s', (_, mine, theirs, expected) => {
    expect(afterUpdate(WITH, mine, theirs)).toEqual(PLACES.map(() => expected));
  });

  test.each([
    ['which they alone have', 'changed', 'kept', 'changed here\n'],
    ['which they have, when the project adds it', 'changed', 'changed', 'changed here\n'],
    ['which they do not have, when the project adds it', 'kept', 'changed', undefined],
  ] as const)('and %s', (_, mine, theirs, expected) => {
    expect(afterUpdate(WITHOUT, mine, theirs)).toEqual(PLACES.map(() => expected));
  });
});

test('an update leaves a folder of the owner where it is when the project renames its own', () => {
  both = new ProjectAndSite({ ...SMALL, 'teams/example.ts': 'one\ntwo\nthree\nfour\n' });
  both.site.write('teams/mine.ts', 'mine\n');
  both.site.commit('Add my team');
  both.project.git('mv', 'teams', 'squads');
  both.project.commit('Call them squads');
  expect(both.site.run(UPDATE)).toMatchObject({ status: 0 });
  both.site.git('commit', '--quiet', '--no-edit');
  expect(both.site.git('ls-files', 'teams', 'squads').split('\n')).toEqual([
    'squads/example.ts',
    'teams/example.ts',
    'teams/mine.ts',
  ]);
});

type Change = 'kept' | 'changed' | 'deleted' | 'moved';

/** Commits a change of all places in one of the two repositories. */
function change(tree: WorkTree, how: Change): void {
  if (how === 'kept') return;
  for (const place of PLACES) {
    if (how === 'moved') tree.write(`docs/moved/${place}`, tree.read(place));
    if (how === 'changed') tree.write(place, tree === both.site ? 'changed here\n' : 'changed there\n');
    else tree.delete(place);
  }
  tree.commit('Change it');
}
