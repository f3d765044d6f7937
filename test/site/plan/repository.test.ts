import { describe, expect, test } from 'vitest';
import { credentialOf, isKnownServer, knownHosts, serverOf } from '../../../site/plan/repository.ts';

const git = (url: string) => ({ url, branch: 'main', path: 'dist' });

describe('the credential of a repository', () => {
  test.each([
    ['https://github.com/you/platform.git', 'token'],
    ['git@github.com:you/platform.git', 'key'],
    ['ssh://git@git.example.org:2222/you/platform.git', 'key'],
    ['file:///srv/platform.git', 'disk'],
  ])('%s is for a %s', (url, credential) => {
    expect(credentialOf({ url })).toBe(credential);
  });
});

describe('the server of an address by SSH', () => {
  test.each([
    ['git@github.com:you/platform.git', 'github.com', true],
    ['ssh://git@github.com/you/platform.git', 'github.com', true],
    ['ssh://git@ssh.github.com:443/you/platform.git', '[ssh.github.com]:443', true],
    ['ssh://git@git.example.org:2222/you/platform.git', '[git.example.org]:2222', false],
    ['ssh://git.example.org:22/you/platform.git', 'git.example.org', false],
    ['forge@git.example.org:you/platform.git', 'git.example.org', false],
  ])('of %s is %s', (url, server, known) => {
    expect([serverOf({ url }), isKnownServer({ url })]).toEqual([server, known]);
  });

  test('is written before each of its keys, as a file of known hosts has it', () => {
    const url = 'ssh://git@git.example.org:2222/you/platform.git';
    expect(knownHosts({ ...git(url), hostKeys: ['ssh-ed25519 AAAA', 'ssh-rsa BBBB'] })).toBe(
      '[git.example.org]:2222 ssh-ed25519 AAAA\n[git.example.org]:2222 ssh-rsa BBBB\n',
    );
    expect(knownHosts(git(url))).toBe('');
  });
});
