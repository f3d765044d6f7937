import { Construct } from 'constructs';
import { MetricsStore } from './metrics-store.ts';
import type { MonitoringStackProps } from './monitoring-stack-props.ts';

/**
 * Monitoring in one small process each.
 *
 * @example
 * new MonitoringStack(chart, 'Monitoring', { retention: Duration.days(90), storage, user: 10_001 });
 */
export class MonitoringStack extends Construct {
  readonly metrics: MetricsStore;

  constructor(scope: Construct, id: string, props: MonitoringStackProps) {
    super(scope, id);
    this.metrics = new MetricsStore(this, 'Metrics', props);
  }
}
