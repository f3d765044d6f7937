import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const infra = join(import.meta.dirname, '..');

/** Entries of the commands by name: `home/cli.ts`. */
const commands = scriptsOf('package.json')
  .filter(([, command]) => command.startsWith('node run.cjs '))
  .map(([name, command]) => [name, command.replace('node run.cjs ', '')] as const);

test('every command can be called from the top of the project', () => {
  const called = scriptsOf('../package.json').filter(([, command]) => command.includes('--prefix infra'));
  expect(called).toEqual(commands.map(([name]) => [name, `npm --silent --prefix infra run ${name} --`]));
});

describe.each(commands)('npm run %s', (name, entry) => {
  test('tells with --help what it takes, and does nothing', () => {
    const { status, stdout, stderr } = run(infra, entry, '--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toMatch(new RegExp(`^usage: npm run (--silent )?${name}\\b`));
  });

  test('names an option that it does not know, tells what it takes, and does nothing', () => {
    const { status, stdout, stderr } = run(infra, entry, '--no-such-option');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`Unknown option '--no-such-option'\n\n${run(infra, entry, '--help').stdout}`);
  });

  test('names words that are too many', () => {
    const { status, stderr } = run(infra, entry, 'one', 'two');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^'(one|two)' is not known here\n\nusage: npm run /);
  });
});

function run(cwd: string, ...words: readonly string[]) {
  return spawnSync(process.execPath, ['run.cjs', ...words], { cwd, encoding: 'utf8' });
}

/** The scripts of a package.json, by name. */
function scriptsOf(file: string): [name: string, command: string][] {
  return Object.entries(JSON.parse(readFileSync(join(infra, file), 'utf8')).scripts);
}
