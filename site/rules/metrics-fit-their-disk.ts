import { sizeText, spanText } from '../fields/quantities.ts';
import { diskForMetrics, spanForDisk } from '../plan/metrics.ts';
import { wholeGibibytes } from '../plan/volumes.ts';
import type { Rule } from './rule.ts';

/** The disk for metrics holds what the retention needs. */
export const metricsFitTheirDisk: Rule = {
  id: 'metrics-fit-their-disk',
  conflicts: ({ monitoring: { retention, disk } }) => {
    const needed = diskForMetrics(retention);
    if (disk.mebibytes >= needed.mebibytes) return [];
    const larger = sizeText(wholeGibibytes(needed));
    return [
      {
        path: ['monitoring', 'retention'],
        with: [['monitoring', 'disk']],
        found: spanText(retention),
        rule: `needs about ${larger}, monitoring.disk is ${sizeText(disk)}`,
        fix: `write at most ${spanText(spanForDisk(disk))}, or disk: '${larger}'`,
      },
    ];
  },
};
