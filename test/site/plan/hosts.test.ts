import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostBreach, hostName } from '../../../site/plan/hosts.ts';
import { aName } from '../support/names.ts';

const site = { domain: 'example.org' };

describe('a host', () => {
  test.each([
    ['grafana', 'grafana.example.org'],
    ['grafana.example.org', 'grafana.example.org'],
    ['a.b.example.org', 'a.b.example.org'],
    ['example.org', 'example.org'],
    ['3d', '3d.example.org'],
    ['org', 'org.example.org'],
  ])('that is written %s is %s', (written, host) => {
    expect(hostName(site, written)).toBe(host);
  });

  test('is the same whether its label is written or the whole of it', () => {
    fc.assert(
      fc.property(aName(63), (label) => {
        expect(hostName(site, hostName(site, label))).toBe(hostName(site, label));
        expect(hostName(site, label)).toBe(`${label}.example.org`);
      }),
    );
  });

  const outside = {
    rule: 'does not lie under the domain example.org',
    fix: 'write a host such as www or www.example.org',
  };
  const noHost = {
    rule: 'is not a host name (labels of lower-case letters, digits and inner hyphens, each of at most 63)',
    fix: 'write a host such as www or www.example.org',
  };

  test.each([
    ['grafana.example.com', outside],
    ['photos.home', outside],
    // It ends in the domain, but does not lie under it.
    ['notexample.org', outside],
    ['', noHost],
    ['Grafana', noHost],
    ['grafana.example.org.', noHost],
    ['https://grafana.example.org', noHost],
    ['a_b', noHost],
    ['a..example.org', noHost],
    ['x'.repeat(64), noHost],
    ['*.example.org', { rule: 'is a wildcard', fix: 'write each host by its name, such as www or www.example.org' }],
  ])('that is written %j is judged by what DNS and the domain allow', (written, breach) => {
    expect(hostBreach(site, written)).toEqual(breach);
  });

  test('is too long with more than 253 characters', () => {
    const host = `${Array.from({ length: 4 }, () => 'x'.repeat(60)).join('.')}.example.org`;
    expect(hostBreach(site, host)).toEqual({
      rule: 'has 255 characters with the domain, DNS takes 253',
      fix: 'write a shorter host',
    });
    expect(hostBreach(site, host.slice(2))).toBeUndefined();
  });

  test('that no rule has refused before throws', () => {
    expect(() => hostName(site, 'photos.home')).toThrow(
      new RangeError(
        "host 'photos.home' does not lie under the domain example.org; write a host such as www or www.example.org",
      ),
    );
  });
});
