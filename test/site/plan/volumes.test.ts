import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Site } from '../../../site/index.ts';
import { bootVolumeFor, diskForVolumes, volumes, wholeGibibytes } from '../../../site/plan/volumes.ts';
import { aSite } from '../../support/site.ts';

function nodesOf(site: Site): string[] {
  return [...new Set(volumes(site).map(({ node }) => node))];
}

describe('the volumes of a site', () => {
  test('lie below the directory of the site, on the first node', () => {
    const site = aSite({ monitoring: { disk: '6Gi' }, storage: { directory: '/mnt/data' } });
    expect(volumes(site)).toEqual([
      {
        name: 'metrics',
        node: 'a',
        size: { mebibytes: 6144 },
        owner: 10_001,
        directory: '/mnt/data/metrics',
        stated: ['monitoring', 'disk'],
      },
      {
        name: 'logs',
        node: 'a',
        size: { mebibytes: 4096 },
        owner: 10_002,
        directory: '/mnt/data/logs',
        stated: ['monitoring', 'logs', 'disk'],
      },
      { name: 'alerts', node: 'a', size: { mebibytes: 1024 }, owner: 10_004, directory: '/mnt/data/alerts' },
      { name: 'dashboards', node: 'a', size: { mebibytes: 1024 }, owner: 472, directory: '/mnt/data/dashboards' },
    ]);
  });

  test('lie on the node that is named, if one is', () => {
    const nodes = { z: { ocpus: 1, memoryGb: 6 }, b: { ocpus: 1, memoryGb: 6 } };
    const cloud = { region: 'eu-frankfurt-1', nodes };
    expect(nodesOf(aSite({ cloud }))).toEqual(['z']);
    expect(nodesOf(aSite({ cloud, monitoring: { node: 'b' } }))).toEqual(['b']);
  });
});

describe('the boot volume for some volumes', () => {
  const asked = fc.integer({ min: 1, max: 32 * 1024 * 1024 }).map((mebibytes) => ({ mebibytes }));

  test('has room for them, and one of a gigabyte less has not', () => {
    fc.assert(
      fc.property(asked, (size) => {
        const gigabytes = bootVolumeFor(size);
        expect(diskForVolumes(gigabytes).mebibytes).toBeGreaterThanOrEqual(size.mebibytes);
        expect(diskForVolumes(gigabytes - 1).mebibytes).toBeLessThan(size.mebibytes);
      }),
    );
  });

  test('of the smallest size keeps 27 GiB for the system', () => {
    expect(diskForVolumes(50)).toEqual({ mebibytes: Math.floor(50e9 / 2 ** 20) - 27 * 1024 });
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
