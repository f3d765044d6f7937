import { Construct } from 'constructs';
import { AlertRouter } from './alerts/index.ts';
import { ClusterState } from './cluster-state.ts';
import { DashboardServer } from './dashboard-server.ts';
import { LogStore } from './log-store.ts';
import { MetricsStore } from './metrics-store.ts';
import type { MonitoringStackProps } from './monitoring-stack-props.ts';
import { Prober } from './prober.ts';
import { ResourceMetrics } from './resource-metrics.ts';
import { RuleEvaluator } from './rule-evaluator.ts';
import { ruleGroups } from './rules/index.ts';

/**
 * Monitoring in one small process each: metrics and logs are kept, rules are evaluated, alerts are sent, dashboards
 * are shown. What must run on every node is in `constructs/node-agents`.
 */
export class MonitoringStack extends Construct {
  /** Grafana, for whoever publishes it. */
  readonly dashboards: DashboardServer;

  constructor(scope: Construct, id: string, props: MonitoringStackProps) {
    super(scope, id);
    const { storage, home, homeServices, ocpus, reclaimable, disks, parts, alerts } = props;
    const gateway = props.gateway !== undefined;
    new MetricsStore(this, 'Metrics', props);
    new ClusterState(this, 'Cluster state');
    new ResourceMetrics(this, 'Resource metrics');
    if (homeServices) new Prober(this, 'Prober');
    const options = { home, homeServices, gateway, ocpus, reclaimable, disks, parts, own: alerts };
    new RuleEvaluator(this, 'Rules', ruleGroups(options));
    new AlertRouter(this, 'Alerts', { ...props, storage: storage.alerts });
    new LogStore(this, 'Logs', { retention: props.logRetention, storage: storage.logs, keptFree: props.keptFree.logs });
    this.dashboards = new DashboardServer(this, 'Dashboards', {
      storage: storage.dashboards,
      url: props.dashboardsUrl,
      secret: props.dashboardsSecret,
      signIn: props.dashboardsSignIn,
      own: props.dashboards,
    });
  }
}
