import { describe, expect, test } from 'vitest';
import { UsageError } from '../../launch/command-line.mjs';
import { strays } from '../../scripts/dns/check.ts';
import { COMMAND, READERS } from '../../scripts/dns/command.mjs';
import { formats, table, written } from '../../scripts/dns/formats.ts';
import { optionsFrom } from '../../scripts/dns/options.ts';
import { type AddressRecord, dnsRecords } from '../../site/plan/dns.ts';
import { aPlan } from '../support/site.ts';

const records = dnsRecords(aPlan(), { public: '203.0.113.7', home: '10.0.1.20' });
const some = records.filter(({ name }) => ['nas.example.org', 'photos.example.org'].includes(name));

describe('the records of a site', () => {
  test('lead every host to the public load balancer, and those for home to the other one at home', () => {
    expect(some).toEqual([
      {
        name: 'nas.example.org',
        address: '203.0.113.7',
        audience: 'everywhere',
        what: 'nas, at home: only for its certificate',
      },
      { name: 'photos.example.org', address: '203.0.113.7', audience: 'everywhere', what: 'photos, at home' },
      { name: 'nas.example.org', address: '10.0.1.20', audience: 'at-home', what: 'nas, at home' },
    ] satisfies AddressRecord[]);
  });

  test('have the sign-on among them', () => {
    expect(records.map(({ name }) => name)).toContain('sign-on.example.org');
  });

  test('for home are left out while its load balancer has no address', () => {
    expect(dnsRecords(aPlan(), { public: '203.0.113.7' }).map(({ audience }) => audience)).not.toContain('at-home');
  });
});

describe('the records written down', () => {
  test('as a table for people', () => {
    expect(table(some)).toMatchInlineSnapshot(`
      "host                type  address      asked       for
      nas.example.org     A     203.0.113.7  everywhere  nas, at home: only for its certificate
      photos.example.org  A     203.0.113.7  everywhere  photos, at home
      nas.example.org     A     10.0.1.20    at home     nas, at home"
    `);
  });

  test('as lines of BIND', () => {
    expect(written('bind', some)).toBe(
      'nas.example.org. 300 IN A 203.0.113.7\nphotos.example.org. 300 IN A 203.0.113.7',
    );
  });

  test('for Cloudflare, not behind its proxy', () => {
    const post = { type: 'A', content: '203.0.113.7', ttl: 300, proxied: false };
    expect(JSON.parse(written('cloudflare', some))).toEqual({
      posts: [
        { ...post, name: 'nas.example.org' },
        { ...post, name: 'photos.example.org' },
      ],
    });
  });

  test("for Oracle's DNS", () => {
    expect(JSON.parse(written('oci', some))[1]).toEqual({
      domain: 'photos.example.org',
      rtype: 'A',
      rdata: '203.0.113.7',
      ttl: 300,
      operation: 'ADD',
    });
  });

  test("for Amazon's DNS", () => {
    expect(JSON.parse(written('route53', some)).Changes[1]).toEqual({
      Action: 'UPSERT',
      ResourceRecordSet: {
        Name: 'photos.example.org',
        Type: 'A',
        TTL: 300,
        ResourceRecords: [{ Value: '203.0.113.7' }],
      },
    });
  });

  test('for resolvers at home, which get nothing else', () => {
    expect(written('dnsmasq', some)).toBe('host-record=nas.example.org,10.0.1.20');
    expect(written('unbound', some)).toBe('local-data: "nas.example.org. 300 IN A 10.0.1.20"');
  });
});

describe('the check before certificates for production', () => {
  test('names the hosts that are not found, or found elsewhere', async () => {
    const answers: Readonly<Record<string, string[]>> = {
      'nas.example.org': ['203.0.113.7'],
      'photos.example.org': ['203.0.113.7', '198.51.100.1'],
    };
    const resolve = async (name: string) => {
      if (answers[name]) return answers[name];
      throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
    };
    const missing = { name: 'new.example.org', address: '203.0.113.7', audience: 'everywhere', what: 'new' } as const;
    expect(await strays([...some, missing], resolve)).toEqual([
      { name: 'photos.example.org', problem: 'leads to 198.51.100.1, not to 203.0.113.7' },
      { name: 'new.example.org', problem: 'does not resolve (ENOTFOUND)' },
    ]);
  });
});

describe('the command line', () => {
  test('states addresses, a format, and whom to ask', () => {
    expect(optionsFrom(['--home', '10.0.1.20'])).toEqual({
      stated: { home: '10.0.1.20' },
      format: 'table',
      check: false,
    });
    expect(optionsFrom(['--public', '203.0.113.9', '--as', 'bind'])).toEqual({
      stated: { public: '203.0.113.9' },
      format: 'bind',
      check: false,
    });
    expect(optionsFrom(['--check', '--server', '[2001:db8::53]:5353'])).toEqual({
      stated: {},
      format: 'table',
      check: true,
      server: '[2001:db8::53]:5353',
    });
  });

  test('names every format in its help, and for whom it is', () => {
    expect(Object.keys(READERS)).toEqual(Object.keys(formats));
    for (const [name, reader] of Object.entries(READERS)) expect(COMMAND.usage).toMatch(`${name} `.padEnd(11) + reader);
  });

  test.each([
    [['--public', 'example.org'], 'example.org is not an IPv4 address'],
    [['--public', '203.0.113.7', '--as', 'yaml'], 'yaml is not a format'],
    [['--check', '--server', 'ns1.example.net'], 'ns1.example.net is not the address of a DNS server; write it like'],
    [['--server', '192.0.2.53'], '--server is for --check'],
    [['--pubic', '203.0.113.7'], "Unknown option '--pubic'"],
  ])('%j is answered with a reason and how it goes', (words, reason) => {
    expect(() => optionsFrom(words)).toThrow(UsageError);
    expect(() => optionsFrom(words)).toThrow(reason);
    expect(() => optionsFrom(words)).toThrow('\n\nusage: npm run dns [-- [--public ADDRESS]');
  });
});
