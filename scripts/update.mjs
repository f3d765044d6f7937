// Merges the newest version of this project into the site that you have made from it, without committing.
// platform.ts stays as you wrote it. Conflicts in dist/ do not matter: the next synth makes it anew.
//
//   npm run update
import { execFileSync, spawnSync } from 'node:child_process';
import { commandLine } from './command-line.mjs';

/** Where the project comes from, as README.md has one name it. */
const REMOTE = 'upstream';
const BRANCH = `${REMOTE}/main`;

/** What belongs to the owner of the site, and is never merged. */
const OWNED = ['platform.ts'];

const NEXT = 'npm ci && npx cdk8s synth && git add --all dist, a look at git diff --cached dist, git commit';

commandLine({
  usage: `usage: npm run update

  Merges upstream/main into your site without committing; platform.ts stays as you wrote it. Then: ${NEXT}`,
});

function git(...args) {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}

function succeeds(...args) {
  return spawnSync('git', args, { stdio: 'ignore' }).status === 0;
}

function refuse(...lines) {
  console.error(lines.join('\n'));
  process.exit(1);
}

if (git('status', '--porcelain')) refuse('There are changes that are not committed. Commit them first.');
if (!succeeds('remote', 'get-url', REMOTE)) {
  refuse(`git knows no ${REMOTE}. Add it: git remote add ${REMOTE} <address of the project>`);
}
git('fetch', '--quiet', REMOTE);
if (succeeds('merge-base', '--is-ancestor', BRANCH, 'HEAD')) {
  console.log(`Your site has everything of ${BRANCH}.`);
  process.exit(0);
}

const { stdout, stderr } = spawnSync('git', ['merge', '--no-commit', '--no-ff', BRANCH], { encoding: 'utf8' });
if (!succeeds('rev-parse', '--verify', '--quiet', 'MERGE_HEAD')) refuse(stdout + stderr);
git('checkout', '--quiet', 'HEAD', '--', ...OWNED);

const unmerged = git('diff', '--name-only', '--diff-filter=U').split('\n');
const conflicts = unmerged.filter((file) => file && !file.startsWith('dist/'));
if (conflicts.length > 0) {
  refuse(
    'You changed these files, and so did the project:',
    ...conflicts.map((file) => `  ${file}`),
    '',
    `Mend them and git add them. Then: ${NEXT}`,
  );
}
console.log(`${BRANCH} is merged, not yet committed. Next: ${NEXT}`);
