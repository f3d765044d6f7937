import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { files, textOf, top } from '../repository/support/files.ts';

/** What a command needs to answer: itself, and what states that it is there. */
const NEEDED = /^(launch|scripts|infra)\/|^(package\.json|main\.ts|platform\.ts)$/;

/** Commands that need no package, and end for another reason here. */
const WITHOUT_PACKAGES = ['update'];

interface Case {
  /** As people call it: `npm run lint`, `npm run preflight`. */
  readonly title: string;
  readonly name: string;
  readonly command: string;

  /** Folder in the project. */
  readonly cwd: string;
}

const cases = [...casesOf(''), ...casesOf('infra')];
const folder = mkdtempSync(join(tmpdir(), 'armstead-clone-'));

beforeAll(() => {
  for (const file of files().filter((name) => NEEDED.test(name))) cpSync(join(top, file), join(folder, file));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(cases)('before npm ci, $title', ({ name, command, cwd }) => {
  test('tells with --help what it takes', async () => {
    const { status, stdout, stderr } = await run(`${command} --help`, cwd, name);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toMatch(new RegExp(`^usage: npm (run (--silent )?)?${name}\\b`));
  });
});

describe.each(cases.filter(({ name }) => !WITHOUT_PACKAGES.includes(name)))(
  'before npm ci, $title',
  ({ name, command, cwd }) => {
    test('says in one line what to run', async () => {
      const { status, stdout, stderr } = await run(command, cwd, name);
      expect([status, stdout]).toEqual([1, '']);
      const inInfra = cwd === 'infra' || command.includes('--prefix infra');
      expect(stderr).toBe(`packages are missing: run npm ci${inInfra ? ' && npm ci --prefix infra' : ''}\n`);
    });
  },
);

/** Every script of a package. */
function casesOf(cwd: string): Case[] {
  const { scripts } = JSON.parse(textOf(join(cwd, 'package.json'))) as { scripts: Readonly<Record<string, string>> };
  return Object.entries(scripts).map(([name, command]) => ({
    title: `npm ${name === 'test' ? '' : 'run '}${name}${cwd && ` in ${cwd}/`}`,
    ...{ name, command, cwd },
  }));
}

/** Runs a script as npm does, where no package is installed anywhere. */
async function run(command: string, cwd: string, name: string) {
  const { NODE_PATH, INIT_CWD, ...environment } = process.env;
  const PATH = (process.env.PATH ?? '').split(delimiter).filter((path) => !path.includes('node_modules'));
  const env = { ...environment, PATH: PATH.join(delimiter), npm_lifecycle_event: name };
  try {
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command], { cwd: join(folder, cwd), env });
    return { status: 0, stdout, stderr };
  } catch (error) {
    const { code: status, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status, stdout, stderr };
  }
}
