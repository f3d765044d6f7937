import { sizeText, spanText } from '../fields/quantities.ts';
import { diskForMetrics, spanForDisk } from '../plan/metrics.ts';
import type { Problem } from '../problem.ts';
import type { Site } from '../site.ts';

/** The disk for metrics holds what the retention asks for. */
export function metricsFitTheirDisk({ monitoring }: Partial<Site>): Problem[] {
  if (!monitoring) return [];
  const { retention, disk } = monitoring;
  const needed = { mebibytes: Math.ceil(diskForMetrics(retention).mebibytes / 1024) * 1024 };
  if (disk.mebibytes >= diskForMetrics(retention).mebibytes) return [];
  const longest = spanForDisk(disk);
  const shorter = longest.hours > 0 ? `write at most ${spanText(longest)}, or ` : '';
  return [
    {
      path: ['monitoring', 'retention'],
      found: spanText(retention),
      rule: `needs about ${sizeText(needed)}, monitoring.disk is ${sizeText(disk)}`,
      fix: `${shorter}write disk: '${sizeText(needed)}'`,
    },
  ];
}
