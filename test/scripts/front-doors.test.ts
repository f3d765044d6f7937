import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { textOf, top } from '../repository/support/files.ts';

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> };

/** Commands that run a tool of the packages, which takes the words that are given. */
const tools = Object.entries(scripts).filter(([name, command]) => isTool(command) || name === 'test');

/** Commands that are programs of this project; what lies in infra/ is tested there. */
const doors = Object.entries(scripts).filter(
  ([name, command]) => /^node scripts\//.test(command) && !isTool(command) && name !== 'test',
);

test('the commands are these', () => {
  expect(doors.map(([name]) => name).sort()).toEqual([
    ...[
      'arm64',
      'bench',
      'bootstrap',
      'budget',
      'check',
      'dashboards',
      'dns',
      'import',
      'kubeconfig',
      'password',
      'secrets',
      'status',
      'synth',
    ],
    ...['task', 'test:grafana', 'traefik-flags', 'update', 'watch'],
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

test.each(doors.filter(([name]) => !['kubeconfig', 'password', 'task', 'traefik-flags'].includes(name)))(
  'npm run %s names a word that it does not know',
  (_, command) => {
    const { status, stdout, stderr } = run(command, 'nonsense');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^'nonsense' is not known here\n\nusage: npm run /);
  },
);

test('every other command runs a tool, or lies in infra/', () => {
  const others = Object.entries(scripts).filter((one) => ![...doors, ...tools].some(([name]) => name === one[0]));
  expect(others.filter(([, command]) => !command.startsWith('npm --silent --prefix infra run '))).toEqual([]);
});

describe.each(tools)('npm run %s', (name, command) => {
  test('tells with --help what it is for, and which words it takes', () => {
    const { status, stdout, stderr } = run(command, '--help');
    expect([status, stderr]).toEqual([0, '']);
    const [usage, , purpose, ...rest] = stdout.split('\n');
    expect(usage).toBe(`usage: npm ${name === 'test' ? '' : 'run '}${name} [-- WORD...]`);
    expect(purpose).toMatch(/^ {2}[A-Z].*[.:]?/);
    expect(rest.join('\n')).toMatch(/^ {2}WORD {3}goes to (biome|tsc|vitest)/m);
  });
});

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

test.each([
  [[], 'TEAM/SERVICE is missing'],
  [['shop'], "'shop' is not TEAM/SERVICE, such as shop/storefront"],
  [['shop/storefront'], 'TASK is missing'],
  [['shop/storefront', 'console', 'prod', '1'], "'1' is not known here"],
])('npm run task -- %j is answered with a reason and how it goes', (words, reason) => {
  const { status, stdout, stderr } = run(scripts.task ?? '', ...words);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`${reason}\n\nusage: npm run task -- TEAM/SERVICE TASK [ENVIRONMENT]\n`);
});

function isTool(command: string): boolean {
  return command.startsWith('node scripts/tool.mjs ');
}

/** Runs a command of package.json. */
function run(command: string, ...words: readonly string[]) {
  const [, ...program] = command.split(' ');
  const npm_lifecycle_event = Object.entries(scripts).find(([, other]) => other === command)?.[0];
  const env = { ...process.env, npm_lifecycle_event };
  return spawnSync(process.execPath, [...program, ...words], { cwd: top, encoding: 'utf8', input: '', env });
}
