import { spawnSync } from 'node:child_process';
import { compareSync } from 'bcryptjs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { UsageError } from '../../scripts/command-line.mjs';
import { wantedFrom } from '../../scripts/password/arguments.ts';
import { htpasswdLine, passwordProblem } from '../../scripts/password/secret.ts';

const LONG = 'correct horse battery';

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

  test('is hashed anew each time, in the form that htpasswd writes', () => {
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
    expect(wantedFrom(['p', 'ana']).namespace).toBe('home');
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

function run(input: string, ...words: readonly string[]) {
  return spawnSync(process.execPath, ['scripts/password.mjs', ...words], { input, encoding: 'utf8' });
}
