import { check } from '../fields/breach.ts';
import { volumeSize } from '../fields/disks.ts';
import { object } from '../fields/object.ts';
import { span } from '../fields/quantities.ts';
import { text } from '../fields/text.ts';

/** Metrics of the cluster and of home. */
export interface MonitoringInput {
  /**
   * How long metrics are kept: `90d`, `12w`, `1y`.
   *
   * @default 90d
   */
  readonly retention?: string;

  /**
   * Disk for metrics, at least 1Gi; what the retention needs is checked against it.
   *
   * @default 5Gi
   */
  readonly disk?: string;

  /**
   * Key of the node on whose disk the data lies.
   *
   * @default - the first node
   */
  readonly node?: string;
}

/** VictoriaMetrics does not start with less than a day or more than 100 years (flag `-retentionPeriod`). */
const retention = span(
  check('at-least-a-day', ({ hours }) => hours >= 24, { rule: 'is less than a day', fix: 'write at least 1d' }),
  check('at-most-100-years', ({ hours }) => hours <= 100 * 8760, {
    rule: 'is more than 100 years',
    fix: 'write at most 100y',
  }),
);

export const monitoringSchema = object("{ retention: '90d', disk: '5Gi' }", {
  retention: retention.prefault('90d'),
  disk: volumeSize.prefault('5Gi'),
  node: text('the key of a node', 'a').optional(),
});
