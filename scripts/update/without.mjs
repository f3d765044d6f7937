import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The project's newest commit as if it had never touched some paths since the site last had it: a commit that lies in
 * no branch.
 *
 * Merged in its place, it can neither change, remove, rename nor conflict with what the site has there.
 *
 * @param {string} commit of the project: `upstream/main`
 * @param {readonly string[]} paths files and folders
 */
export function without(commit, paths) {
  const scratch = mkdtempSync(join(tmpdir(), 'armstead-index-'));
  const env = { ...process.env, GIT_INDEX_FILE: join(scratch, 'index') };
  const git = (words, input) => execFileSync('git', words, { env, input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  try {
    git(['read-tree', commit]);
    git(['rm', '-r', '--cached', '--quiet', '--force', '--ignore-unmatch', '--', ...paths]);
    git(['update-index', '-z', '--index-info'], asBefore(commit, paths));
    const tree = git(['write-tree']).trim();
    return git(['commit-tree', tree, '-p', commit, '-m', `${commit} as the site takes it`]).trim();
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** What stood at the paths in the last commit that both have, as `git update-index` reads it; nothing where there is none. */
function asBefore(commit, paths) {
  const { status, stdout } = spawnSync('git', ['merge-base', 'HEAD', commit], { encoding: 'utf8' });
  if (status !== 0) return '';
  const words = ['ls-tree', '-r', '-z', stdout.trim(), '--', ...paths];
  return execFileSync('git', words, { encoding: 'utf8', maxBuffer: 2 ** 28 });
}
