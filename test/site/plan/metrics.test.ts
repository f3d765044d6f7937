import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diskForMetrics, spanForDisk } from '../../../site/plan/metrics.ts';

const someDays = fc.integer({ min: 1, max: 36_500 }).map((days) => ({ hours: days * 24 }));
const aDisk = fc.integer({ min: 1, max: 32 * 1024 * 1024 }).map((mebibytes) => ({ mebibytes }));

describe('the disk for metrics', () => {
  test('is what 20,000 series fill, sampled twice a minute at 0.8 bytes, and a fifth of it stays free', () => {
    const bytes = 20_000 * 2 * 60 * 24 * 90 * 0.8;
    expect(diskForMetrics({ hours: 90 * 24 }).mebibytes).toBe(Math.ceil(bytes / 0.8 / 2 ** 20));
  });

  test('of the default size, 5Gi, holds the default time, 90 days', () => {
    expect(diskForMetrics({ hours: 90 * 24 }).mebibytes).toBeLessThanOrEqual(5 * 1024);
  });

  test('that is to keep some days holds those days', () => {
    fc.assert(
      fc.property(someDays, (span) => {
        expect(spanForDisk(diskForMetrics(span)).hours).toBeGreaterThanOrEqual(span.hours);
      }),
    );
  });

  test('of any size holds the days that are promised for it, and not a day more', () => {
    fc.assert(
      fc.property(aDisk, (disk) => {
        const { hours } = spanForDisk(disk);
        expect(hours % 24).toBe(0);
        expect(diskForMetrics({ hours }).mebibytes).toBeLessThanOrEqual(disk.mebibytes);
        expect(diskForMetrics({ hours: hours + 24 }).mebibytes).toBeGreaterThan(disk.mebibytes);
      }),
    );
  });
});
