// Merges the newest version of this project into the site that you have made from it, without committing. What is yours
// stays as you wrote it (scripts/owned.mjs), and so does dist/, which the next synth makes from both.
//
//   npm run update
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { commandLine } from '../launch/command-line.mjs';
import { MADE, OWNED } from './owned.mjs';
import { without } from './update/without.mjs';

/** Where the project comes from, as README.md has one name it. */
const REMOTE = 'upstream';
const BRANCH = `${REMOTE}/main`;

const NEXT = 'npm ci && npm run synth && git add --all dist, a look at git diff --cached dist, git commit';

commandLine({
  usage: `usage: npm run update

  Merges upstream/main into your site without committing. What is yours is never touched: platform.ts, teams/,
  versions/, previews/, CODEOWNERS and site.outputs.json. Then: ${NEXT}`,
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

const taken = without(BRANCH, [...OWNED, ...MADE]);
const merge = ['merge', '--no-commit', '--no-ff', '-m', `Merge ${BRANCH}`, taken];
const { stdout, stderr } = spawnSync('git', merge, { encoding: 'utf8' });
if (!succeeds('rev-parse', '--verify', '--quiet', 'MERGE_HEAD')) refuse(stdout + stderr);
// What is merged is the project's own commit: the next update begins there.
writeFileSync(git('rev-parse', '--git-path', 'MERGE_HEAD'), `${git('rev-parse', BRANCH)}\n`);

const conflicts = git('diff', '--name-only', '--diff-filter=U').split('\n').filter(Boolean);
if (conflicts.length > 0) {
  refuse(
    'You changed these files, and so did the project:',
    ...conflicts.map((file) => `  ${file}`),
    '',
    `Settle them and git add them. Then: ${NEXT}`,
  );
}
console.log(`${BRANCH} is merged, not yet committed. Next: ${NEXT}`);
