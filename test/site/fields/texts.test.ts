import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { gitUrl } from '../../../site/fields/git-url.ts';
import { dnsLabel, domainName, exactVersion, mailAddress } from '../../../site/fields/names.ts';
import { address, network } from '../../../site/fields/networks.ts';
import { wireguardKey } from '../../../site/fields/wireguard-key.ts';

const KEY = 'xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=';

const cases: Record<string, { field: z.ZodType; good: string[]; bad: string[] }> = {
  'a short name': {
    field: dnsLabel(20, 'homestead'),
    good: ['a', 'home-1', 'a'.repeat(20)],
    bad: ['', '-a', 'a-', 'A', 'a_b', 'a.b', '1a', 'a b', 'ä', 'a\n', 'a'.repeat(21)],
  },
  'a domain': {
    field: domainName,
    good: ['example.org', 'a.b.c.example.co.uk', '3d.org', 'xn--hfe-sna.org', 'my.local.org'],
    bad: [
      'org',
      'example.org.',
      '.example.org',
      'a..b',
      '-a.org',
      'a-.org',
      'EXAMPLE.org',
      '10.0.0.1',
      'nas.home.arpa',
    ],
  },
  'a mail address': {
    field: mailAddress,
    good: ['ops@example.org', 'o.p+s@mail.Example.co.uk', "o'brien@example.org"],
    bad: [
      'ops',
      '@example.org',
      'ops@',
      'ops@org',
      'a@b@example.org',
      'mailto:ops@example.org',
      'o ps@example.org',
      'ops@example.org ',
    ],
  },
  'an exact version': {
    field: exactVersion('1.36.1'),
    good: ['1.36.1', '0.0.0', '1.36.10'],
    bad: ['1.36', 'v1.36.1', '1.36.1-rc.1', '1.036.1', '1.36.x', '>=1.36.1', '1.36.1 ', ''],
  },
  'a network': {
    field: network('10.0.0.0/16'),
    good: ['10.0.0.0/8', '192.168.4.10/32', '172.31.255.0/24', '100.64.0.0/10'],
    bad: [
      '10.0.0.0',
      '10.0.0.0/33',
      '10.0.0.0/08',
      '010.0.0.0/8',
      '10.0.0/16',
      '10.0.0.0.0/16',
      '256.0.0.0/8',
      '10.0.0.1/8',
      '172.32.0.0/16',
      '10.0.0.0/7',
      '10.0.0.0/8 ',
    ],
  },
  'an address': {
    field: address('192.168.16.1'),
    good: ['192.168.16.1', '0.0.0.0', '255.255.255.255'],
    bad: ['192.168.16', '192.168.16.1/24', '192.168.016.1', '192.168.16.256', '::1', 'gateway', '192.168.16.1:51820'],
  },
  'a WireGuard key': {
    field: wireguardKey,
    good: [KEY],
    bad: [
      '',
      KEY.slice(0, -1),
      `${KEY}\n`,
      KEY.replace('A', '_'),
      Buffer.alloc(31).toString('base64'),
      Buffer.alloc(33).toString('base64'),
    ],
  },
  'the address of a repository': {
    field: gitUrl,
    good: [
      'https://github.com/you/platform.git',
      'https://gitlab.com/group/tree/platform',
      'git@github.com:you/platform.git',
      'ssh://git@git.example.org:2222/you/platform.git',
      'file:///srv/git/platform.git',
    ],
    bad: [
      'https://github.com',
      'http://github.com/you/platform',
      'https://you@github.com/you/platform',
      'ssh://git:secret@git.example.org/you/platform',
      'https://gitlab.com/group/platform/-/tree/main',
      'https://github.com/you/platform/blob/main/README.md',
      'ftp://example.org/platform.git',
      'platform.git',
      'git@github.com:you/plat form.git',
    ],
  },
};

describe.each(Object.entries(cases))('%s', (_, { field, good, bad }) => {
  test.each(good)('may be %j', (text) => {
    expect(field.safeParse(text).error).toBeUndefined();
  });

  test.each(bad)('is not %j', (text) => {
    expect(field.safeParse(text).success).toBe(false);
  });
});

describe('a report never repeats', () => {
  test.each(['https://you:hunter2@github.com/you/platform', 'https://hunter2@github.com/', 'ssh://git:hunter2@host/x'])(
    'the password in the address of a repository, %s',
    (url) => {
      expect(JSON.stringify(gitUrl.safeParse(url).error?.issues)).toMatch(/^((?!hunter2).)+$/);
    },
  );

  test('what stands in the place of a public key, which may be the private one', () => {
    const line = `PrivateKey = ${KEY}`;
    expect(JSON.stringify(wireguardKey.safeParse(line).error?.issues)).toMatch(/^((?!xTIBA5).)+$/);
  });
});
