import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { textOf, top } from '../repository/support/files.ts';

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> };

/** Programs that others test: the benchmark has options of its own, and `npm test` runs the tests. */
const OTHERS = ['bench', 'test'];

/** Commands that are programs of this project; what lies in infra/ is tested there. */
const doors = Object.entries(scripts).filter(
  ([name, command]) => /^node scripts\//.test(command) && !OTHERS.includes(name),
);

test('the commands are these', () => {
  expect(doors.map(([name]) => name).sort()).toEqual([
    ...[
      'arm64',
      'bootstrap',
      'budget',
      'check',
      'dashboards',
      'dns',
      'import',
      'kubeconfig',
      'password',
      'secrets',
      'synth',
    ],
    ...['test:grafana', 'update', 'watch'],
  ]);
});

describe.each(doors)('npm run %s', (name, command) => {
  const help = run(command, '--help');

  test('tells with --help what it takes, and does nothing', () => {
    const { status, stdout, stderr } = help;
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toMatch(new RegExp(`^usage: npm run (--silent )?${name}\\b`));
  });

  test('names an option that it does not know, tells what it takes, and does nothing', () => {
    const { status, stdout, stderr } = run(command, '--no-such-option');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`Unknown option '--no-such-option'\n\n${help.stdout}`);
  });
});

test.each(doors.filter(([name]) => !['kubeconfig', 'password'].includes(name)))(
  'npm run %s names a word that it does not know',
  (_, command) => {
    const { status, stdout, stderr } = run(command, 'nonsense');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^'nonsense' is not known here\n\nusage: npm run /);
  },
);

test.each([
  [[], 'USER is missing'],
  [['ada', '--hours', 'eight'], 'eight is no number of hours'],
  [['ada', '--hours', '0'], '0 is no number of hours'],
  [['ada', '--hours', '721'], "721 hours are more than 720; token: 'long-lived' in platform.ts gives one that lasts"],
  [['ada', 'ben'], "'ben' is not known here"],
])('npm run kubeconfig -- %j is answered with a reason and how it goes', (words, reason) => {
  const { status, stderr } = run(scripts.kubeconfig ?? '', ...words);
  expect(status).toBe(2);
  expect(stderr).toContain(`${reason}\n\nusage: npm run --silent kubeconfig -- USER [--hours N] > FILE\n`);
});

/** Runs a command of package.json. */
function run(command: string, ...words: readonly string[]) {
  const [, ...program] = command.split(' ');
  return spawnSync(process.execPath, [...program, ...words], { cwd: top, encoding: 'utf8', input: '' });
}
