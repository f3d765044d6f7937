import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { files, textOf, top, writtenFiles } from './support/files.ts';

const pages = writtenFiles().filter((file) => file.endsWith('.md'));
const programs = writtenFiles().filter((file) => /^(scripts|infra)\/.*\.(mjs|cjs|ts)$/.test(file));

describe.each(pages)('the commands of %s', (page) => {
  test('write no file that git would take up, and read no secret from one', () => {
    expect(commandsIn(textOf(page)).flatMap(namedFiles).filter(taken)).toEqual([]);
  });
});

test('the commands that programs tell make no key and no kubeconfig that git would take up', () => {
  const told = programs
    .flatMap((file) => textOf(file).split('\n'))
    .filter((line) => /ssh-keygen|npm run --silent \S+ -- \S+ > [~\w]/.test(line));
  expect(told.length).toBeGreaterThan(0);
  expect(told.flatMap(namedFiles).filter((file) => file !== 'FILE' && taken(file))).toEqual([]);
});

test.each([
  ...['ada.kubeconfig', 'deploy-key', 'deploy-key.pub', 'token', 'token-file', 'phone.key', 'infra/home.key', '.env'],
  ...['armstead.conf', 'notes.htpasswd', 'site.pem', 'keys.age', 'infra/passphrase'],
])('a file %s is not taken up by a careless git add', (file) => {
  expect(taken(file)).toBe(false);
});

test('no file of the project is one that git is told to leave alone', () => {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--ignored', '--exclude-standard'], {
    cwd: top,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  expect(files().length).toBeGreaterThan(0);
});

describe('the reader of commands', () => {
  test.each([
    ['npm run --silent kubeconfig -- ada > ada.yaml', ['ada.yaml']],
    ['printf %s "$V" >>../FILE # > not this', ['../FILE']],
    ["ssh-keygen -t ed25519 -N '' -f key && npm run bootstrap -- --key key", ['key', 'key']],
    ['npm run home-config -- --new-key ~/home.key', ['~/home.key']],
    ['command 2>&1 >/dev/null', ['/dev/null']],
    ['git clone <address of it> platform', []],
  ])('sees the files of %s', (command, expected) => {
    expect(namedFiles(command)).toEqual(expected);
  });

  test.each([
    ['~/.config/armstead/token', false],
    ['/etc/wireguard/armstead.key', false],
    ['ada.yaml', true],
    ['FILE', true],
  ])('knows whether git would take up %s', (file, expected) => {
    expect(taken(file)).toBe(expected);
  });
});

/** Lines of the shell on a page: those of its blocks, fenced or indented. */
function commandsIn(text: string): string[] {
  const fenced = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.split('\n'));
  const indented = text.replace(/^```[\s\S]*?^```/gm, '').match(/^ {4}\S.*$/gm) ?? [];
  return [...fenced, ...indented];
}

/** Files that a line of the shell writes, and those from which it reads a secret. */
function namedFiles(line: string): string[] {
  const command = line.replace(/(^|\s)#.*$/, '').replace(/<[a-z][^>]*>/g, '');
  const written = command.matchAll(/(?<![=\d-])>{1,2}\s*([~\w./-]+)/g);
  const options = command.matchAll(/(?:\s-f|--(?:new-)?key|--token)[ =]([~\w./-]+)/g);
  return [...written, ...options].map(([, file = '']) => file);
}

/** Whether `git add --all` would take a file of this name. */
function taken(file: string): boolean {
  if (/^[~/]/.test(file)) return false;
  return spawnSync('git', ['check-ignore', '--quiet', '--no-index', file], { cwd: top }).status !== 0;
}
