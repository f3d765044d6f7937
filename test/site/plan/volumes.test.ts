import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Site } from '../../../site/index.ts';
import { volumes, wholeGibibytes } from '../../../site/plan/volumes.ts';
import { aSite } from '../../support/site.ts';

function nodesOf(site: Site): string[] {
  return [...new Set(volumes(site).map(({ node }) => node))];
}

describe('the volumes of a site', () => {
  test('lie below the directory of the site, on the first node', () => {
    const site = aSite({ monitoring: { disk: '6Gi' }, storage: { directory: '/mnt/data' } });
    const owner = { kind: 'platform' };
    expect(volumes(site)).toEqual([
      {
        name: 'metrics',
        node: 'a',
        size: { mebibytes: 6144 },
        user: 10_001,
        owner,
        directory: '/mnt/data/metrics',
        stated: ['monitoring', 'disk'],
      },
      {
        name: 'logs',
        node: 'a',
        size: { mebibytes: 4096 },
        user: 10_002,
        owner,
        directory: '/mnt/data/logs',
        stated: ['monitoring', 'logs', 'disk'],
      },
      { name: 'alerts', node: 'a', size: { mebibytes: 1024 }, user: 10_004, owner, directory: '/mnt/data/alerts' },
      { name: 'dashboards', node: 'a', size: { mebibytes: 1024 }, user: 472, owner, directory: '/mnt/data/dashboards' },
    ]);
  });

  test('lie on the node that is named, if one is', () => {
    const nodes = { z: { ocpus: 1, memoryGb: 6 }, b: { ocpus: 1, memoryGb: 6 } };
    const cloud = { region: 'eu-frankfurt-1', nodes };
    expect(nodesOf(aSite({ cloud }))).toEqual(['z']);
    expect(nodesOf(aSite({ cloud, monitoring: { node: 'b' } }))).toEqual(['b']);
  });
});

test('a size in whole gibibytes is never less, and less than one more', () => {
  fc.assert(
    fc.property(fc.nat(1e9), (mebibytes) => {
      const whole = wholeGibibytes({ mebibytes }).mebibytes;
      expect(whole % 1024).toBe(0);
      expect(whole - mebibytes).toBeGreaterThanOrEqual(0);
      expect(whole - mebibytes).toBeLessThan(1024);
    }),
  );
});
