import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSite, type Site } from '../../../site/index.ts';
import { overrunAmount, overruns, overrunText, paidNotices, rentedBy, total } from '../../../site/plan/allowance.ts';
import { ALWAYS_FREE, COUNTED, type Counted, grantText } from '../../../site/plan/always-free.ts';
import { home, smallest } from '../../fixtures/base.ts';

function read(input: unknown): Site {
  const parsed = parseSite(input);
  if (!parsed.ok) throw new Error('the site of the test is not sound');
  return parsed.value;
}

function totals(site: Site): Record<Counted, number> {
  const asked = rentedBy(site);
  return Object.fromEntries(COUNTED.map((counted) => [counted, total(asked[counted])])) as Record<Counted, number>;
}

/** More than is free of everything, by a site that may. */
const large = read({
  ...smallest,
  cloud: {
    ...smallest.cloud,
    allowance: { ocpus: 4, memoryGb: 24 },
    allowPaid: 'a second node for the shop',
    nodes: { a: { ocpus: 4, memoryGb: 24, bootVolumeGb: 150 }, b: {} },
  },
  home,
});

describe('what a site asks of its account', () => {
  test('is its nodes and one load balancer where it has no home', () => {
    expect(totals(read(smallest))).toEqual({
      ocpus: 2,
      memoryGb: 12,
      storageGb: 50,
      microInstances: 0,
      flexibleLoadBalancers: 0,
      networkLoadBalancers: 1,
      secrets: 0,
    });
  });

  test('has a gateway with its disk and the other load balancer where it has a home', () => {
    const nodes = { a: { ocpus: 1, memoryGb: 6 }, b: { ocpus: 1, memoryGb: 6, bootVolumeGb: 100 } };
    expect(totals(read({ ...smallest, cloud: { ...smallest.cloud, nodes }, home }))).toEqual({
      ocpus: 2,
      memoryGb: 12,
      storageGb: 200,
      microInstances: 1,
      flexibleLoadBalancers: 1,
      networkLoadBalancers: 1,
      secrets: 0,
    });
  });

  test('has every Secret of the site once where they lie in a vault', () => {
    const secrets = { backend: 'oci-vault', vault: 'ocid1.vault.oc1.eu-frankfurt-1.b5qexample.abtheexample' };
    const monitoring = { notify: { telegram: 'alerts-telegram' }, heartbeat: 'alerts-heartbeat' };
    expect(rentedBy(read({ ...smallest, secrets, monitoring })).secrets).toEqual([
      { what: 'alerts-heartbeat', amount: 1 },
      { what: 'alerts-telegram', amount: 1 },
      { what: 'grafana-admin', amount: 1 },
    ]);
  });
});

describe('what is beyond an allowance', () => {
  test('is measured by what the account gives, and shown line by line', () => {
    const beyond = overruns(rentedBy(large), large.cloud.allowance);

    expect(beyond.map((overrun) => `${overrunAmount(overrun)} ${overrunText(overrun)}`)).toEqual([
      'ARM cores: 6 in all, 2 more than the allowance of 4:\n  4  node a\n  2  node b',
      'memory of ARM machines: 36 GB in all, 12 GB more than the allowance of 24 GB:\n  24 GB  node a\n  12 GB  node b',
      'disks with boot volumes: 250 GB in all, 50 GB more than the allowance of 200 GB:\n' +
        '  150 GB  boot volume of node a\n   50 GB  boot volume of node b\n   50 GB  boot volume of the gateway',
    ]);
  });

  test('shows of many parts the largest, and the others in one line', () => {
    const items = Array.from({ length: 20 }, (_, index) => ({ what: `node ${index}`, amount: index }));
    const lines = overrunText({ counted: 'ocpus', asked: 190, allowed: 2, items }).split('\n');

    expect(lines).toHaveLength(9);
    expect(lines.slice(1, 3)).toEqual(['  19  node 19', '  18  node 18']);
    expect(lines.at(-1)).toBe('  78  13 more');
  });

  test('is told at each synth of a site that may cost, with its reason, and of no other', () => {
    const [first = ''] = paidNotices(large, overruns(rentedBy(large), large.cloud.allowance));

    expect(first).toBe(
      'this may cost money: a second node for the shop (cloud.allowPaid)\n' +
        'ARM cores: 6 in all, 2 more than the allowance of 4:\n  4  node a\n  2  node b',
    );
    expect(paidNotices(large, [])).toEqual([]);
    expect(paidNotices(read(smallest), overruns(rentedBy(large), large.cloud.allowance))).toEqual([]);
  });
});

describe('the table of what is free', () => {
  test('stands in the documentation as it stands in the code', () => {
    // Tables of the documentation are padded.
    const page = readFileSync('docs/budget.md', 'utf8').replace(/ +/g, ' ');
    const rows = Object.values(ALWAYS_FREE).map(
      (grant) => `| ${grant.what} | ${grantText(grant)} | ${grant.heldBy} | ${grant.seen} | ${grant.source} |`,
    );
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  });

  test('says of each row since when, by whom and that a synth holds all that are added up', () => {
    for (const { seen, source } of Object.values(ALWAYS_FREE)) {
      expect(seen).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
      expect(source.length).toBeGreaterThan(20);
    }
    expect(COUNTED.filter((counted) => ALWAYS_FREE[counted].heldBy !== 'synth')).toEqual([]);
  });
});
