import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BEFORE_PRESSURE,
  bootVolumeFor,
  diskForVolumes,
  keptFree,
  PRESSURE_PERCENT,
  rootDisk,
  WAITING_LOGS,
} from '../../../site/plan/node-disk.ts';

const bootVolume = fc.integer({ min: 50, max: 32_768 });

describe('the disk of a node', () => {
  test('of the smallest size has 36 GiB, of which 5.4 belong to the kubelet', () => {
    expect(rootDisk(50)).toEqual({ mebibytes: 36 * 1024 });
    expect([keptFree(50, 'metrics'), keptFree(50, 'logs'), keptFree(50, 'alert')]).toEqual([
      { mebibytes: 5530 + 512 },
      { mebibytes: 5530 + 1536 },
      { mebibytes: 5530 + 2560 },
    ]);
  });

  test('is told of before logs stop, and logs stop before metrics and leave room for what then waits', () => {
    fc.assert(
      fc.property(bootVolume, (gigabytes) => {
        const [metrics, logs, alert] = (['metrics', 'logs', 'alert'] as const).map(
          (what) => keptFree(gigabytes, what).mebibytes,
        ) as [number, number, number];
        const pressure = (rootDisk(gigabytes).mebibytes * PRESSURE_PERCENT) / 100;
        expect(metrics).toBeGreaterThan(pressure);
        expect(logs - WAITING_LOGS.mebibytes).toBeGreaterThan(metrics);
        expect(alert).toBeGreaterThan(logs);
      }),
    );
  });

  test('leaves no more for volumes than what can be full without an alert', () => {
    fc.assert(
      fc.property(bootVolume, (gigabytes) => {
        const taken = rootDisk(gigabytes).mebibytes - keptFree(gigabytes, 'alert').mebibytes;
        expect(diskForVolumes(gigabytes).mebibytes).toBe(taken - 12 * 1024);
      }),
    );
    expect(BEFORE_PRESSURE.alert).toBe(2560);
  });
});

describe('the boot volume for some volumes', () => {
  const asked = fc.integer({ min: 1, max: 27 * 1024 * 1024 }).map((mebibytes) => ({ mebibytes }));

  test('has room for them, and one of a gigabyte less has not', () => {
    fc.assert(
      fc.property(asked, (size) => {
        const gigabytes = bootVolumeFor(size);
        expect(diskForVolumes(gigabytes).mebibytes).toBeGreaterThanOrEqual(size.mebibytes);
        expect(diskForVolumes(gigabytes - 1).mebibytes).toBeLessThan(size.mebibytes);
      }),
    );
  });
});
