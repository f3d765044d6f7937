import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { compareSync } from 'bcryptjs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { UsageError } from '../../launch/command-line.mjs';
import { wantedFrom } from '../../scripts/password/arguments.ts';
import { passwordOf } from '../../scripts/password/ask.ts';
import { placeOf } from '../../scripts/password/place.ts';
import { HiddenPrompt } from '../../scripts/password/prompt.ts';
import { htpasswdLine, passwordProblem, passwordsText } from '../../scripts/password/secret.ts';
import { copyProject, linkPackages } from '../support/example-project.ts';
import { aPlan } from '../support/site.ts';

const LONG = 'correct horse battery';

const project = mkdtempSync(join(tmpdir(), 'armstead-password-'));
beforeAll(() => {
  copyProject(project);
  linkPackages(project);
});
afterAll(() => rmSync(project, { recursive: true }));

describe('npm run password', () => {
  test('prints a Secret that holds nothing but hashes, and shows no password', () => {
    const { status, stdout, stderr } = run(`${LONG}\nanother long password\n`, 'notes-passwords', 'ana', 'ben');
    expect(status).toBe(0);
    const secret = parse(stdout);
    expect(secret).toMatchObject({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'notes-passwords', namespace: 'home' },
      type: 'Opaque',
    });
    const file = Buffer.from(secret.data.auth, 'base64').toString();
    const [ana, ben] = file.split('\n').map((line) => line.split(':'));
    expect([ana?.[0], ben?.[0]]).toEqual(['ana', 'ben']);
    expect(compareSync(LONG, ana?.[1] ?? '')).toBe(true);
    expect(compareSync('another long password', ben?.[1] ?? '')).toBe(true);
    expect(file + stderr).not.toContain(LONG);
  });

  test('makes a password for who gives none, and shows it once', () => {
    const { stdout, stderr } = run('\n', 'notes-passwords', 'ana');
    const made = /Password of ana: (\S+)/.exec(stderr)?.[1] ?? '';
    expect(made).toHaveLength(24);
    const [, hash = ''] = Buffer.from(parse(stdout).data.auth, 'base64').toString().trim().split(':');
    expect(compareSync(made, hash)).toBe(true);
  });

  test('prints nothing without an answer, nor without saying for whom', () => {
    expect(run('short\n', 'notes-passwords', 'ana')).toMatchObject({ status: 1, stdout: '' });
    expect(run('', 'notes-passwords')).toMatchObject({ status: 2, stdout: '' });
  });

  test('asks nothing for a name that platform.ts does not have', () => {
    expect(run('', 'note-passwords', 'ana')).toMatchObject({
      status: 1,
      stdout: '',
      stderr:
        "platform.ts names no passwords 'note-passwords'; write notes-passwords, or --namespace NAMESPACE for a service of your own\n",
    });
  });
});

describe('the place of passwords', () => {
  const wanted = { secret: 'notes-passwords', users: ['ana'] };

  test('is where the service is that names them', () => {
    expect(placeOf(wanted, aPlan())).toEqual({ kind: 'cluster', secret: 'notes-passwords', namespace: 'home' });
  });

  test('is stated for a service that platform.ts does not know', () => {
    expect(placeOf({ secret: 'shop', namespace: 'shop-prod', users: ['ana'] }, aPlan())).toEqual({
      kind: 'cluster',
      secret: 'shop',
      namespace: 'shop-prod',
    });
  });

  test('is the vault where the secrets come from one, which takes an object with the file', () => {
    const vault = 'ocid1.vault.oc1.eu-frankfurt-1.b5abcdefaaaaa.abtheljtaaaa';
    const place = placeOf(wanted, aPlan({ secrets: { backend: 'oci-vault', vault } }));
    expect(place).toEqual({ kind: 'vault' });
    expect(passwordsText(place, ['ana:x', 'ben:y'])).toBe('{"auth":"ana:x\\nben:y\\n"}\n');
  });

  test('is none in a site whose services ask for no password', () => {
    expect(() => placeOf(wanted, aPlan({ home: undefined }))).toThrow(
      "platform.ts names no passwords 'notes-passwords'; give a service guard: 'basic' and passwords first, or --namespace NAMESPACE for a service of your own",
    );
  });
});

describe('whoever types a password', () => {
  test('types it twice, until both are the same', async () => {
    const { answer, asked } = await typed(LONG, `${LONG}!`, LONG, LONG);
    expect(answer).toBe(LONG);
    const first = 'Password for ana (leave empty for a random one): ';
    expect(asked).toBe(
      `${first}\nThe same again: \n  It was not the same the second time.\n${first}\nThe same again: \n`,
    );
  });

  test('need not repeat one that is too short, nor none', async () => {
    const { answer, asked } = await typed('short', '');
    expect(asked).toContain('  It has 5 characters; at least 14, or none for a random one.\n');
    expect(asked).not.toContain('again');
    expect(answer).toHaveLength(24);
  });
});

describe('a password', () => {
  test.each([
    ['x'.repeat(13), 'has 13 characters; at least 14, or none for a random one'],
    ['x'.repeat(73), 'has 73 bytes; bcrypt looks at 72 only'],
    ['ü'.repeat(37), 'has 74 bytes; bcrypt looks at 72 only'],
  ])('%s is refused', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });

  test.each(['x'.repeat(14), 'x'.repeat(72), LONG])('%s is taken', (password) => {
    expect(passwordProblem(password)).toBeUndefined();
  });

  test('gets a new hash each time, in the form that htpasswd writes', () => {
    const form = /^ana:\$2y\$08\$[./A-Za-z0-9]{53}$/;
    const [one, other] = [htpasswdLine('ana', LONG), htpasswdLine('ana', LONG)];
    expect(one).toMatch(form);
    expect(other).toMatch(form);
    expect(one).not.toBe(other);
  });
});

describe('the command line', () => {
  test('names the Secret, the users and, if it is another one, the namespace', () => {
    expect(wantedFrom(['p', 'ana', 'ben', '--namespace', 'shop-prod'])).toEqual({
      secret: 'p',
      users: ['ana', 'ben'],
      namespace: 'shop-prod',
    });
    expect(wantedFrom(['p', 'ana']).namespace).toBeUndefined();
  });

  test.each([
    [['p', 'ana:x'], "'ana:x' is not a user"],
    [['p', 'ana', 'ana'], 'a user stands there twice'],
    [['P_1', 'ana'], 'P_1 is not the name of a Secret'],
    [['p', 'ana', '--password', 'x'], "Unknown option '--password'"],
    [['p'], 'USER is missing'],
    [[], 'SECRET and USER are missing\n\nusage: npm run --silent password -- SECRET USER...'],
  ])('%j is refused', (words, reason) => {
    expect(() => wantedFrom(words)).toThrow(UsageError);
    expect(() => wantedFrom(words)).toThrow(reason);
  });
});

/** Answers as somebody at a terminal would, and what was shown meanwhile. */
async function typed(...answers: readonly string[]) {
  const terminal = Object.assign(new PassThrough(), { isTTY: true }) as unknown as NodeJS.ReadStream & PassThrough;
  const shown = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const prompt = new HiddenPrompt(terminal);
  try {
    terminal.write(answers.map((answer) => `${answer}\r`).join(''));
    const answer = await passwordOf('ana', prompt);
    return { answer, asked: shown.mock.calls.map(([text]) => text).join('') };
  } finally {
    prompt.close();
    shown.mockRestore();
  }
}

function run(input: string, ...words: readonly string[]) {
  return spawnSync(process.execPath, ['scripts/password.mjs', ...words], { cwd: project, input, encoding: 'utf8' });
}
